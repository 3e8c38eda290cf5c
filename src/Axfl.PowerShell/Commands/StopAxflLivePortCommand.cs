using System.Management.Automation;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Ends runs of this process and waits until their files are complete.</summary>
[Cmdlet(VerbsLifecycle.Stop, "AxflLivePort", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopAxflLivePortCommand : RunningCmdlet
{
    /// <inheritdoc/>
    internal override void Act(RunSession session)
    {
        if (!ShouldProcess(session.RunId, "Stop run")) return;
        session.Stop();
        AttemptEach(() => Wait(session, Timeout.InfiniteTimeSpan), session.RunId);
    }
}
