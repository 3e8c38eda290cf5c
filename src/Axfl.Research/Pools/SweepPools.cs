using Axfl.Contracts;
using Axfl.Engine.Streams;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>Runs chunks, as one command each or as a worker of the queue.</summary>
/// <param name="strategies">The strategies of a request: built in, of its assemblies, and registered ones.</param>
/// <param name="time">Clock.</param>
/// <param name="environment">Reads environment variables.</param>
internal sealed class SweepPools(Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time, Func<string, string?> environment) : ISweepPools
{
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public ChunkReport RunChunk(SweepChunkRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        using var store = Open(request.Worker, watcher);
        var sweep = store.Sweep(request.Sweep) ?? throw store.NotFound(request.Sweep);
        var chunks = store.Chunks(request.Sweep);
        if (request.Chunk < 1 || request.Chunk > chunks.Count) throw NotFound(request, chunks.Count);
        var chunk = chunks[request.Chunk - 1];
        var report = chunk.DoneAt is not null ? ChunkRun.Skipped(chunk) : Run(store, sweep, chunk, request, watcher, cancellation);
        return report with { Store = store.Name, Chunk = request.Chunk, Chunks = chunks.Count };
    }

    /// <inheritdoc/>
    public void Work(SweepWorkerRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        using var store = Open(request.Worker, watcher);
        using var queue = ChunkQueue.Hangfire(store, environment, m => watcher.Notice(NoticeLevel.Warning, m), time);
        using var loop = new WorkerLoop(store, queue, request, (row, progress, stop) => WorkerSweep.Prepare(store, row, request.Worker, Over, strategies, time, progress, stop), watcher, time);
        loop.Run(cancellation);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SweepWorker> Workers(SweepStoreRequest request)
    {
        using var store = StoreLocation.Open(request, StoreAccess.Read, time, environment);
        var brought = store.Workers();
        List<QueueServer> servers = [];
        if (store.HasQueue())
        {
            using var queue = ChunkQueue.Hangfire(store, environment, static _ => { }, time);
            servers.AddRange(queue.Servers());
            var names = store.Sweeps().ToDictionary(s => queue.QueueOf(s.Sweep.Name), s => s.Sweep.Name, StringComparer.Ordinal);
            servers = [.. servers.Select(s => s with { Queues = [.. s.Queues.Select(q => names.GetValueOrDefault(q)).OfType<string>()] })];
        }

        var now = store.ServerTime() ?? time.GetUtcNow().UtcDateTime;
        var there = servers.GroupBy(s => s.Worker, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new SweepWorker
        {
            Worker = g.Key, Alive = g.Max(s => s.SeenAt) is { } seen && now - seen <= Alive, StartedAt = g.Min(s => s.StartedAt), SeenAt = g.Max(s => s.SeenAt),
            Sweeps = [.. g.SelectMany(s => s.Queues).Distinct().Order(StringComparer.Ordinal)],
        }, StringComparer.Ordinal);
        var rows = brought.Select(b => there.GetValueOrDefault(b.Worker, new SweepWorker { Worker = b.Worker }) with { Version = b.Version, Rows = b.Rows });
        return [.. rows.Concat(there.Values.Where(w => !brought.Any(b => b.Worker == w.Worker))).OrderBy(w => w.Worker, StringComparer.Ordinal)];
    }

    private TrialStore Open(ChunkWorkerRequest worker, ISweepWatcher watcher)
    {
        SweepPool.Check(worker);
        var store = StoreLocation.Open(worker.Store, StoreAccess.Write, time, environment);
        store.Notice = message => watcher.Notice(NoticeLevel.Warning, message);
        return store;
    }

    private ChunkReport Run(TrialStore store, SweepRow sweep, ChunkRow chunk, SweepChunkRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        var reading = new StageProgress(watcher, "reading", chunk.Last - chunk.First + 1);
        var ready = WorkerSweep.Prepare(store, sweep, request.Worker, Over, strategies, time, reading, cancellation);
        foreach (var notice in ready.Bars.Loaded.Notices.Where(n => n.Level == NoticeLevel.Warning)) watcher.Notice(notice.Level, notice.Message);
        var threads = request.Worker.Throttle > 0 ? request.Worker.Throttle : Environment.ProcessorCount;
        var began = time.GetTimestamp();
        return new ChunkRun(store, ready, chunk, threads, time).Run(
            (done, all) => watcher.Progress(new SweepProgress("running", (double)done / all, done, all, done / Math.Max(1e-3, time.GetElapsedTime(began).TotalSeconds), null, null)), cancellation);
    }

    private static TrialFunction Over(SweepBars bars) => SweepRunning.Over(new SignalStreams());

    private static AxflException NotFound(SweepChunkRequest request, int chunks) => new(
        "ChunkNotFound", ErrorKind.Data, chunks == 0 ? $"The sweep '{request.Sweep}' has no chunks: it was not submitted, or was withdrawn."
            : FormattableString.Invariant($"The sweep '{request.Sweep}' has no chunk {request.Chunk}; it has {chunks}."))
    {
        Target = request.Sweep, RecommendedAction = chunks > 0 ? $"Give the number of a chunk, 1 to {chunks}." : $"Submit it with {Spelling.Command("Invoke-AxflSweep")} {Spelling.Of("Pool")} {SweepPoolNames.Command}.",
    };
}
