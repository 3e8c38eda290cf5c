using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>A status as text: one line of JSON between the marker lines.</summary>
[Cmdlet(VerbsData.ConvertTo, "AxflStatusBlock")]
[OutputType(typeof(string))]
public sealed class ConvertToStatusBlock : AxflCmdlet
{
    /// <summary>Statuses.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public PortfolioStatus? Status { get; set; }

    /// <summary>The line of JSON alone.</summary>
    [Parameter]
    public SwitchParameter NoMarker { get; set; }

    private protected override void Process()
    {
        var json = Runtime.ToJson(Status!);
        WriteObject(NoMarker ? json : $"{StatusBlock.Begin}\n{json}\n{StatusBlock.End}");
    }
}
