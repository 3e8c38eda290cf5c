using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Waits until runs of this process have ended and gives the last status of each.</summary>
[Cmdlet(VerbsLifecycle.Wait, "AxflLivePort")]
[OutputType(typeof(PortfolioStatus))]
public sealed class WaitAxflLivePortCommand : RunningCmdlet
{
    /// <summary>Longest wait, seconds; default: no limit.</summary>
    [Parameter]
    [ValidateRange(0.0, 2_000_000.0)]
    public double? Timeout { get; set; }

    /// <inheritdoc/>
    internal override void Act(RunSession session) => AttemptEach(() =>
    {
        var limit = Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : System.Threading.Timeout.InfiniteTimeSpan;
        if (Wait(session, limit)) WriteObject(session.Status);
        else WriteError(ErrorRecords.WaitTimedOut(session.RunId, limit.TotalSeconds));
    }, session.RunId);
}
