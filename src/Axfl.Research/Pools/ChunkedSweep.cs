using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>Submits a sweep in chunks, and waits for what others make of them.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="request">What was asked.</param>
/// <param name="store">The store.</param>
/// <param name="bars">Its bars.</param>
/// <param name="trials">All trials, numbered.</param>
/// <param name="watcher">Who is told.</param>
/// <param name="time">Clock.</param>
/// <param name="environment">Reads environment variables.</param>
internal sealed class ChunkedSweep(
    SweepPlan plan, SweepRequest request, TrialStore store, SweepBars bars, IReadOnlyList<NumberedTrial> trials, ISweepWatcher watcher, TimeProvider time, Func<string, string?> environment)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500), LookAtQueue = TimeSpan.FromSeconds(15), SayNoWorker = TimeSpan.FromSeconds(20);

    private readonly string _name = plan.Sweep.Name;

    /// <summary>The error of a sweep that another command has submitted and waits for.</summary>
    public static AxflException Submitted(string sweep, string store) => new("SweepSubmitted", ErrorKind.Output, $"Another command submits the sweep '{sweep}' in {store}, or waits for it.")
    {
        Target = sweep, RecommendedAction = $"{Spelling.Command("Get-AxflSweep")} shows how far it is. One command at a time waits for a sweep.",
    };

    /// <summary>Withdraws the chunks of a sweep that nobody has begun, from the store and from the queue.</summary>
    /// <returns>Whether there were any.</returns>
    public static bool Withdraw(string sweep, SweepStoreRequest request, TimeProvider time, Func<string, string?> environment)
    {
        var place = StoreLocation.Of(request, environment);
        if (!StoreLocation.IsPostgreSql(place) && !File.Exists(Path.GetFullPath(place, request.WorkingDirectory))) return false;
        using var store = StoreLocation.Open(request, StoreAccess.Write, time, environment);
        if (store.Chunks(sweep).Count == 0) return false;
        // Opened before anything is withdrawn: without its adapter nothing is.
        using var queue = store.HasQueue() ? ChunkQueue.Hangfire(store, environment, static _ => { }, time) : null;
        if (store.WithdrawChunks(sweep) == 0) return false;
        var left = store.Chunks(sweep).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        queue?.Withdraw(sweep, key => !left.Contains(key));
        return true;
    }

    /// <summary>Submits it and, where there is a queue, waits until all is done.</summary>
    /// <param name="pool">Where trials run.</param>
    /// <param name="cancellation">Stops the waiting; what was submitted goes on.</param>
    public SweepReport Run(string pool, CancellationToken cancellation)
    {
        using var queue = pool == SweepPoolNames.Hangfire ? ChunkQueue.Hangfire(store, environment, m => watcher.Notice(NoticeLevel.Warning, m), time) : null;
        var found = store.Find(trials.Select(t => t.Key));
        var chunks = new ChunkSubmission(plan, store, bars, TimeSpan.FromSeconds(request.ChunkSeconds), time).Cut(trials, found, cancellation);
        var known = new SweepProgressing(plan, store, bars, trials, watcher, time);
        known.Begin(found.Values);
        var open = chunks.Count(c => c.DoneAt is null);
        if (queue is null)
        {
            known.Tell(isLast: true);
            watcher.Notice(NoticeLevel.Information, open == 0 ? $"All {Counted.Of(chunks.Count, "chunk")} are done."
                : FormattableString.Invariant($"{Counted.Of(chunks.Count, "chunk")}, {open} to do: run {Spelling.Command("Invoke-AxflSweep -Name")} {_name} {(Spelling.IsPowerShell ? Spelling.Of("Chunk") + " " : "")}K for each K from 1 to {chunks.Count}, anywhere with this store."));
            return known.Report() with { Chunks = chunks.Count, Submitted = open > 0 };
        }

        return Wait(queue, chunks, known, cancellation) with { Chunks = chunks.Count };
    }

    private SweepReport Wait(ChunkQueue queue, IReadOnlyList<ChunkRow> chunks, SweepProgressing known, CancellationToken cancellation)
    {
        var open = chunks.Where(c => c.DoneAt is null).ToDictionary(c => c.Key, StringComparer.Ordinal);
        var (began, looked, isTold) = (time.GetTimestamp(), 0L, false);
        while (open.Count > 0)
        {
            if (looked == 0 || time.GetElapsedTime(looked) >= LookAtQueue)
            {
                Queue(queue, open.Values);
                looked = time.GetTimestamp();
            }

            if (!isTold && time.GetElapsedTime(began) >= SayNoWorker)
            {
                isTold = true;
                if (queue.Servers().Count == 0) watcher.Notice(NoticeLevel.Warning, $"No worker is there. Start one with {Spelling.Command("Start-AxflWorker")} on this store.");
            }

            if (cancellation.WaitHandle.WaitOne(Poll))
            {
                watcher.Notice(NoticeLevel.Information, $"What was submitted keeps running: {Spelling.Command("Invoke-AxflSweep")} again waits for the rest, {Spelling.Command("Stop-AxflSweep")} withdraws what has not begun.");
                return known.Report() with { Interrupted = true };
            }

            if (!store.TrySubmit(_name)) throw Submitted(_name, store.Name);
            var now = store.Chunks(_name).ToDictionary(c => c.Key, StringComparer.Ordinal);
            foreach (var chunk in open.Values.ToList())
            {
                if (!now.TryGetValue(chunk.Key, out var found)) open.Remove(chunk.Key);
                else if (found.DoneAt is not null)
                {
                    known.Take(found);
                    open.Remove(chunk.Key);
                }
            }

            known.Tell(isLast: open.Count == 0);
            if (chunks.Any(c => !now.ContainsKey(c.Key))) return known.Report() with { Interrupted = true };
            if (known.AllFailed is not { } reason) continue;
            store.WithdrawChunks(_name);
            queue.Withdraw(_name, open.ContainsKey);
            return known.Report() with { Error = reason };
        }

        known.Tell(isLast: true);
        return known.Report();
    }

    // Also what was lost on the way: a submitter that died between writing a chunk and queueing it, a job that somebody deleted.
    private void Queue(ChunkQueue queue, IEnumerable<ChunkRow> open)
    {
        var queued = queue.Queued(_name);
        queue.Enqueue(open.Where(c => !queued.Contains(c.Key)).OrderBy(c => c.First));
    }
}
