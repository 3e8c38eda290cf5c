using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>Runs the trials of one chunk that are not known yet, and writes all of them with the chunk in one transaction.</summary>
/// <param name="store">The store.</param>
/// <param name="sweep">The sweep as this worker has it.</param>
/// <param name="chunk">The chunk.</param>
/// <param name="threads">Trials at the same time.</param>
/// <param name="time">Clock.</param>
internal sealed class ChunkRun(TrialStore store, WorkerSweep sweep, ChunkRow chunk, int threads, TimeProvider time)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs it.</summary>
    /// <param name="progress">Trials done, of all.</param>
    /// <param name="cancellation">Stops it after the trials in hand; what is done is kept, the chunk stays to do.</param>
    /// <exception cref="AxflException">It must not run here (<c>WorkerRefused</c>), or a trial does not end (<c>TrialHangs</c>): its thread does not end before this process.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ChunkReport Run(Action<int, int>? progress, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var trials = sweep.Trials(chunk);
        if (!store.BeginChunk(chunk.Key, WorkerSweep.Name)) return Skipped(chunk);
        var known = trials.Where(t => t.Row is not null).ToDictionary(t => t.Trial.Key, t => t.Row!, StringComparer.Ordinal);
        NumberedTrial[] todo = [.. trials.Select(t => t.Trial).Where(t => !known.ContainsKey(t.Key)).DistinctBy(t => t.Key, StringComparer.Ordinal)];
        var rows = RunAll(todo, d => progress?.Invoke(trials.Count - todo.Length + d, trials.Count), cancellation);
        foreach (var row in rows) known[row.Key] = row;
        var results = trials.Select(t => known[t.Trial.Key]).ToList();
        // What is no result is in no digest: a chunk with such has none to compare.
        var digest = results.Exists(r => r.IsNoResult) ? null : ChunkKeys.Digest(results.Select(r => r.LedgerHash));
        var alarms = store.CompleteChunk(chunk, rows, digest, WorkerSweep.Name, BuildVersion.Text);
        return new ChunkReport
        {
            Sweep = chunk.Sweep, Store = store.Name, First = chunk.First, Last = chunk.Last, Done = results.Count(r => r.State == TrialRow.Done), Failed = results.Count(r => r.State != TrialRow.Done),
            Error = results.FirstOrDefault(r => r.State != TrialRow.Done)?.Error, Alarms = [.. alarms.Select(a => a.Trial)], WallSeconds = time.GetElapsedTime(began).TotalSeconds,
        };
    }

    /// <summary>The rows of a chunk that no worker could run: its trials have failed, until the sweep is submitted again.</summary>
    /// <param name="error">What happened the last time.</param>
    public IReadOnlyList<AlarmRow> Fail(string error)
    {
        var rows = sweep.Trials(chunk).Where(t => t.Row is null).Select(t => sweep.Work.Failed(t.Trial, $"{TrialRow.ChunkFailed}: {error}")).DistinctBy(r => r.Key).ToList();
        return store.CompleteChunk(chunk, rows, null, WorkerSweep.Name, BuildVersion.Text);
    }

    /// <summary>What is told of a chunk that is done already.</summary>
    public static ChunkReport Skipped(ChunkRow chunk) => new() { Sweep = chunk.Sweep, First = chunk.First, Last = chunk.Last, Skipped = true, Worker = chunk.Worker };

    private List<TrialRow> RunAll(NumberedTrial[] todo, Action<int> done, CancellationToken cancellation)
    {
        var rows = new List<TrialRow>(todo.Length);
        using var pool = new LocalPool<TrialRow>(threads, todo.Length, (i, c) => sweep.Work.Run(todo[i], c), time);
        pool.Start();
        while (rows.Count < todo.Length && !pool.IsIdle)
        {
            if (cancellation.IsCancellationRequested) pool.Stop();
            if (pool.TryTake(Wait, out var result))
            {
                if (result.Value is not { } row) throw Hangs(todo[result.Index], result.Elapsed, rows);
                rows.Add(row);
                if (row.State == TrialRow.Done) sweep.Limit.Add(result.Elapsed);
                done(rows.Count);
            }

            pool.GiveUp(sweep.Limit.Value);
        }

        if (rows.Count == todo.Length) return rows;
        store.Write(rows);
        cancellation.ThrowIfCancellationRequested();
        throw new InvalidOperationException(FormattableString.Invariant($"The chunk ended with {todo.Length - rows.Count} trials not run."));
    }

    // Its thread cannot be ended but with the process. Its row is written, so that the next to take the chunk goes past it.
    private AxflException Hangs(NumberedTrial trial, TimeSpan elapsed, List<TrialRow> rows)
    {
        store.Write([.. rows, sweep.Work.TimedOut(trial, elapsed)]);
        return new AxflException("TrialHangs", ErrorKind.Data, FormattableString.Invariant($"Trial {trial.Number} of the sweep '{chunk.Sweep}' had not ended after {elapsed.TotalSeconds:0.#} s. Its thread is left alone and may run on until this process ends; the trial is kept as failed with timeout, and whoever takes the chunk next goes past it."))
        {
            Target = chunk.Sweep, RecommendedAction = $"Give more time with {Spelling.Of("TrialTimeout")}, or look whether its strategy ends at all.",
        };
    }
}
