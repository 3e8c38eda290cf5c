using Axfl.Contracts;
using Axfl.Engine.Streams;
using Axfl.Research.Keys;
using Axfl.Research.Pools;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;
using Axfl.Research.Trials;

namespace Axfl.Research.WalkForward;

/// <summary>Runs trials over the bars of a part of a window, as a sweep runs its own: what the store has is not run again, and what is run goes there.</summary>
/// <param name="plan">The sweep; it keeps days.</param>
/// <param name="request">How many at the same time, and how long one may take.</param>
/// <param name="store">The store.</param>
/// <param name="time">Clock.</param>
internal sealed class WindowTrials(SweepPlan plan, SweepRequest request, TrialStore store, TimeProvider time)
{
    private static string Worker { get; } = FormattableString.Invariant($"{Environment.MachineName}/{Environment.ProcessId}");

    /// <summary>Second results that differed from the first.</summary>
    public int Alarms { get; private set; }

    /// <summary>Runs them.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="progress">Told how many are known.</param>
    /// <param name="cancellation">Stops; what is done is kept.</param>
    /// <returns>Rows of the trials in the order asked for; null, with the reason, where trials were not even tried: the first ones all failed, or do not end.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public (IReadOnlyList<TrialRow>? Rows, string? Why) Run(SweepBars bars, IReadOnlyList<TrialPlan> trials, Action<int> progress, CancellationToken cancellation)
    {
        SweepMemory.Require(bars, request.Throttle > 0 ? request.Throttle : Environment.ProcessorCount);
        store.Add(bars.Dataset);
        NumberedTrial[] numbered = [.. trials.Select(t => new NumberedTrial(t.Number, TrialKeys.Of(bars.Dataset.Key, t.PlanHash, t.CodeHash), t))];
        var streams = new SignalStreams();
        var work = new TrialWork(plan, request, bars, (p, b, times, stop) => TrialRun.Run(p, b, times, streams, stop), Worker, time);
        var run = new SweepRun(plan.Sweep, request, store, numbered, work, bars.Times.TradingDays.Count, bars.Dataset.Key, new Watcher(progress), time);
        var report = run.Run(() => cancellation.IsCancellationRequested);
        cancellation.ThrowIfCancellationRequested();
        Alarms += report.Alarms.Count;
        if (report.Done + report.Failed < numbered.Length) return (null, report.Error);
        var rows = store.Find(numbered.Select(n => n.Key));
        // What took too long is no row that is found again.
        return ([.. numbered.Select(n => rows.TryGetValue(n.Key, out var row) ? row : TimedOut(n, bars))], null);
    }

    private static TrialRow TimedOut(NumberedTrial trial, SweepBars bars) => new()
    {
        Key = trial.Key, Dataset = bars.Dataset.Key, PlanHash = trial.Plan.PlanHash, State = TrialRow.Failed, Error = TrialRow.Timeout, Version = BuildVersion.Text, Worker = Worker, DoneAt = bars.Dataset.MadeAt,
    };

    private sealed class Watcher(Action<int> known) : ISweepWatcher
    {
        public void Progress(SweepProgress progress) => known(progress.Done);

        public void Trial(SweepTrial trial)
        {
            // Its row is read when all are known.
        }

        public void Notice(NoticeLevel level, string message)
        {
            // Alarms are counted and reported.
        }
    }
}
