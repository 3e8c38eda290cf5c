using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>The newest status of a run: of the one under way, else of the last, or of any run directory; with -All every status written.</summary>
[Cmdlet(VerbsCommon.Get, "AxflPortfolioStatus")]
[OutputType(typeof(PortfolioStatus))]
public sealed class GetPortfolioStatus : RunCmdlet
{
    /// <summary>Every status of the run, in order.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    private protected override void Process()
    {
        if (!All && ActiveRuns.Find(Run)?.Status is { } status) WriteObject(status);
        else if (All) WriteObject(Runtime.ReadStatuses(RunDirectory()), enumerateCollection: true);
        else WriteObject(Runtime.ReadStatus(RunDirectory()));
    }
}
