using System.Management.Automation;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Commands;

/// <summary>Reads statuses from text: blocks between marker lines among any other lines, or lines of JSON.</summary>
[Cmdlet(VerbsData.ConvertFrom, "AxflStatusBlock")]
[OutputType(typeof(PortfolioStatus))]
public sealed class ConvertFromAxflStatusBlockCommand : AxflCmdlet
{
    private readonly StatusBlockReader _reader = new();

    /// <summary>Text, line by line or whole.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var text in InputObject)
            foreach (var line in text.Split('\n')) Take(line.TrimEnd('\r'));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_reader.IsInside) WriteError(ErrorRecords.StatusBlockInvalid(StatusBlock.Begin, "the text ends inside a block"));
    }

    private void Take(string line)
    {
        if (_reader.Take(line) is not { } json) return;
        try
        {
            WriteObject(Runtime.FromJson(json));
        }
        catch (Exception e) when (e is AxflException or FormatException or JsonException or KeyNotFoundException)
        {
            WriteError(ErrorRecords.StatusBlockInvalid(json, e.Message));
        }
    }
}
