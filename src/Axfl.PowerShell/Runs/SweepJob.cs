using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Runs;

/// <summary>A sweep as a job of the session; Stop-AxflSweep stops it too.</summary>
public sealed class SweepJob : WatchingJob
{
    private readonly SweepRequest _request;
    private readonly TrialOutput _trials;

    internal SweepJob(SweepRequest request, string name, string command)
        : base(command, name, "AxflSweepJob", new SweepView("Sweep " + name))
    {
        _request = request;
        _trials = new TrialOutput(request.Pool, Output.Add);
        Begin();
    }

    /// <summary>What came of it; null: it is under way, or could not run.</summary>
    public SweepReport? Report { get; private set; }

    private protected override void Add(SweepTrial trial) => _trials.Add(trial);

    private protected override JobState Work(CancellationToken stop)
    {
        using var strategies = StrategyRegistry.Open();
        var report = Report = RuntimeHost.Runtime.Sweeps.Run(_request with { Strategies = strategies.Definitions }, this, stop);
        _trials.End(report);
        if (report.Alarms.Count > 0) Error.Add(ErrorRecords.SweepNotReproduced(report));
        if (report.Error is not null) Error.Add(ErrorRecords.SweepTrialsFailed(report));
        if (report.Interrupted) return JobState.Stopped;
        return (report.Left > 0 && !report.Submitted) || report.Alarms.Count > 0 ? JobState.Failed : JobState.Completed;
    }
}
