using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Sweeps with given answers; it remembers what was asked.</summary>
internal sealed class FakeSweeps : ISweeps
{
    public SweepRequest? Asked { get; private set; }

    public SweepTrialRequest? AskedTrials { get; private set; }

    public string? Stopped { get; private set; }

    public SweepReport Report { get; init; } = new() { Sweep = "a", Store = "/store", Trials = 2, Done = 2 };

    public IReadOnlyList<SweepTrial> Trials { get; init; } = [];

    public IReadOnlyList<SweepCheck> Checks { get; init; } = [];

    public SweepReport Run(SweepRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        Asked = request;
        foreach (var trial in Trials) watcher.Trial(trial);
        return Report;
    }

    public SweepEstimate Plan(SweepRequest request, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        Asked = request;
        return new SweepEstimate { Sweep = "a", Trials = 10, Points = 12, Excluded = 2, Exclusions = [new("x < y", 2)], Bars = 1000, Streams = 4, Throttle = 2, Time = TimeSpan.FromSeconds(200), Memory = 70 << 20, FreeMemory = 700 << 20 };
    }

    public IReadOnlyList<SweepCheck> Verify(SweepTrialRequest request, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        AskedTrials = request;
        return Checks;
    }

    public string Export(SweepTrialRequest request)
    {
        AskedTrials = request;
        return "portfolio:\n";
    }

    public RunRequest Replay(SweepTrialRequest request, RunRequest run)
    {
        AskedTrials = request;
        return run with { Profile = "of the trial" };
    }

    public void Stop(string sweep, SweepStoreRequest store) => Stopped = sweep;
}
