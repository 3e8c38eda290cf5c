using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Statuses out of text: the blocks between marker lines, or lines of JSON; other lines are passed over.</summary>
[Cmdlet(VerbsData.ConvertFrom, "AxflStatusBlock")]
[OutputType(typeof(PortfolioStatus))]
public sealed class ConvertFromStatusBlock : AxflCmdlet
{
    /// <summary>Text, whole or line by line.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputText { get; set; } = "";

    private protected override void Process()
    {
        foreach (var line in InputText.Split('\n', StringSplitOptions.TrimEntries))
            if (line.StartsWith('{')) WriteObject(Runtime.FromJson(line));
    }
}
