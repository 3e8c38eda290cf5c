using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the text form of statuses: one line of JSON between the marker lines.</summary>
[Cmdlet(VerbsData.ConvertTo, "AxflStatusBlock")]
[OutputType(typeof(string))]
public sealed class ConvertToAxflStatusBlockCommand : AxflCmdlet
{
    /// <summary>Statuses.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public PortfolioStatus[] InputObject { get; set; } = [];

    /// <summary>The line of JSON alone.</summary>
    [Parameter]
    public SwitchParameter JsonOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        foreach (var status in InputObject)
        {
            var json = Runtime.ToJson(status);
            if (JsonOnly) WriteObject(json);
            else WriteObject(new[] { StatusBlock.Begin, json, StatusBlock.End }, enumerateCollection: true);
        }
    });
}
