using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;
using Axfl.Runs.Backtest;

namespace Axfl.Research.Pools;

/// <summary>Runs trials of a stored sweep again, each alone as a plain replay with its files, and compares the ledgers.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="time">Clock.</param>
internal sealed class SweepChecking(StoredSweep sweep, TimeProvider time)
{
    /// <summary>Runs them.</summary>
    public IReadOnlyList<SweepCheck> Run(IReadOnlyList<StoredTrial> trials, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("axfl-verify-").FullName;
        try
        {
            var checks = new List<SweepCheck>();
            foreach (var trial in trials)
            {
                progress?.Report(SweepProgress.At("verifying", (double)checks.Count / trials.Count, trials.Count) with { Done = checks.Count });
                checks.Add(Check(trial, folder, cancellation));
            }

            return checks;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private SweepCheck Check(StoredTrial trial, string folder, CancellationToken cancellation)
    {
        var check = new SweepCheck { Sweep = sweep.Name, Trial = trial.Number, LedgerHash = trial.Row?.LedgerHash };
        if (trial.Row is not { State: TrialRow.Done } row) return check with { Problem = trial.Row is null ? "it was not run yet" : "it failed: " + trial.Row.Error };
        try
        {
            var summary = Replay(sweep.RequestOf(trial), folder, cancellation);
            var problem = Problem(summary, row);
            return check with { Ok = problem is null, ReplayHash = summary.LedgerHash, Problem = problem };
        }
        // Without its bars nothing can be said of a trial.
        catch (AxflException e) when (e.Kind != ErrorKind.Data)
        {
            return check with { Problem = e.Message };
        }
    }

    private static string? Problem(RunSummary summary, TrialRow row)
    {
        if (summary.LedgerHash != row.LedgerHash)
            return $"the replay has the ledger {summary.LedgerHash}, the store {row.LedgerHash} ({row.Version}, {row.Worker}): the program or the bars are others, or the store was changed";
        var (kept, run) = (row.Metrics, summary.Metrics);
        return kept is { } m && m.Trades == run.Trades && m.TotalR is { } r && Math.Abs(r - run.TotalR) <= 1e-9 * Math.Max(1, Math.Abs(r)) ? null
            : FormattableString.Invariant($"its ledger is the same and its metrics are not: the replay has {run.Trades} trades and {run.TotalR:0.####} R, the store {kept?.Trades} trades and {kept?.TotalR:0.####} R: the store was changed");
    }

    private RunSummary Replay(RunRequest request, string folder, CancellationToken cancellation)
    {
        var alone = request with { OutputDirectory = folder, RunId = Guid.NewGuid().ToString("N") };
        var run = Replays.Start(alone, sweep.Strategies, time, cancellation);
        try
        {
            using var stop = cancellation.Register(run.Stop);
            // The run waits for whoever does not read what it says.
            var events = run.Events.GetAsyncEnumerator(CancellationToken.None);
            while (events.MoveNextAsync().AsTask().GetAwaiter().GetResult())
            {
                // Its ledger alone counts.
            }

            var summary = run.Completion.GetAwaiter().GetResult();
            cancellation.ThrowIfCancellationRequested();
            return summary;
        }
        finally
        {
            run.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(run.Directory, recursive: true);
        }
    }
}
