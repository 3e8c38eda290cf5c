using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Waits until runs of this process have ended and gives the last status of each.</summary>
[Cmdlet(VerbsLifecycle.Wait, "AxflLivePort")]
[OutputType(typeof(PortfolioStatus))]
public sealed class WaitAxflLivePortCommand : RunningCmdlet
{
    /// <summary>Longest wait, seconds; default: no limit.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(0.0, 2_000_000.0)]
    public double? Timeout { get; set; }

    /// <inheritdoc/>
    internal override void NoneRuns(string? pattern)
    {
        var wildcard = new WildcardPattern(pattern ?? "*", WildcardOptions.IgnoreCase);
        var ended = RunRegistry.Outcomes.Where(o => wildcard.IsMatch(o.RunId) || o.Directory == pattern).DistinctBy(o => o.Directory).ToArray();
        if (ended.Length == 0) Elsewhere(pattern);
        foreach (var outcome in pattern is null ? ended.TakeLast(1) : ended) Give(outcome);
    }

    // A run of another process, or of an earlier one: its directory tells.
    private void Elsewhere(string? pattern)
    {
        if (pattern is null || WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            base.NoneRuns(pattern);
            return;
        }

        var directory = RunLookup.Find(this, pattern, "logs", outputIsGiven: false);
        var began = TimeProvider.System.GetTimestamp();
        var report = Runtime.DescribeRun(directory);
        while (report.IsRunning)
        {
            if (Timeout is { } seconds && TimeProvider.System.GetElapsedTime(began).TotalSeconds >= seconds)
            {
                WriteError(ErrorRecords.WaitTimedOut(report.Run, seconds));
                return;
            }

            if (StopToken.WaitHandle.WaitOne(200)) throw new PipelineStoppedException();
            report = Runtime.DescribeRun(directory);
        }

        if (report.IsFaulty) WriteError(ErrorRecords.RunFaulty(report));
        else WriteObject(Runtime.ReadStatus(directory));
    }

    // What has ended needs no wait: its last status, and the error that stopped it.
    private void Give(RunOutcome outcome)
    {
        if (outcome.Error is { } error) WriteError(ErrorRecords.From(error, outcome.RunId));
        else WriteObject(outcome.Status);
    }

    /// <inheritdoc/>
    internal override void Act(RunSession session) => AttemptEach(() =>
    {
        var limit = Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : System.Threading.Timeout.InfiniteTimeSpan;
        if (Wait(session, limit)) WriteObject(session.Status);
        else WriteError(ErrorRecords.WaitTimedOut(session.RunId, limit.TotalSeconds));
    }, session.RunId);
}
