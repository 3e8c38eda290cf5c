using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Pools with made answers; the name of the sweep decides.</summary>
internal sealed class FakeSweepPools : ISweepPools
{
    // "slow" does not end, "hangs" has a trial that does not, "bad" has trials that failed and one that differs.
    public ChunkReport RunChunk(SweepChunkRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        Decide(request.Sweep, request.Worker, watcher, cancellation);
        watcher.Progress(new SweepProgress("running", 0.5, 5, 10, 2, null, null));
        var made = new ChunkReport { Sweep = request.Sweep, Store = request.Worker.Store.Store ?? "sweeps.db", Chunk = request.Chunk, Chunks = 12, First = 11, Last = 20, Done = 10, WallSeconds = 1.25 };
        return request.Sweep switch
        {
            "bad" => made with { Done = 8, Failed = 2, Error = "it divides by zero", Alarms = ["4f0e"] },
            "known" => made with { Done = 0, Skipped = true, Worker = "lab1/77", WallSeconds = 0 },
            _ => made,
        };
    }

    public void Work(SweepWorkerRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        // A worker speaks from its threads.
        var speaker = new Thread(() =>
        {
            watcher.Notice(NoticeLevel.Information, "takes chunks");
            watcher.Notice(NoticeLevel.Warning, "takes none of another");
        });
        speaker.Start();
        speaker.Join();
        Decide(request.Sweeps.Count > 0 ? request.Sweeps[0] : "", request.Worker, watcher, cancellation);
        watcher.Notice(NoticeLevel.Information, request.Drain ? "nothing is left" : "stopped by itself");
    }

    public IReadOnlyList<SweepWorker> Workers(SweepStoreRequest request) => request.Store == "empty" ? [] :
    [
        new() { Worker = "lab1/77", Version = "0.0.0 tz 2025b", Alive = true, StartedAt = At(7), SeenAt = At(8), Sweeps = ["first", "second"], Rows = 1200 },
        new() { Worker = "lab2/9", Version = "0.0.0 tz 2025b", Rows = 3 },
    ];

    private static DateTime At(int hour) => new(2026, 3, 2, hour, 30, 0, DateTimeKind.Utc);

    // Tells what it was given, as a detail.
    private static void Decide(string sweep, ChunkWorkerRequest worker, ISweepWatcher watcher, CancellationToken cancellation)
    {
        watcher.Notice(NoticeLevel.Verbose, string.Join(";", worker.DataPath.Append($"store={worker.DataFromStore}").Append($"threads={worker.Throttle}").Append($"limit={worker.TrialTimeout}")
            .Concat(AxflRuntime.Usable(worker.StrategyAssemblies, worker.Strategies))));
        if (sweep == "slow") AxflRuntime.WaitForever("chunks", worker.WorkingDirectory, cancellation);
        if (sweep == "hangs") throw new AxflException("TrialHangs", ErrorKind.Data, "Trial 3 of the sweep 'hangs' had not ended after 2 s.") { Target = sweep };
        if (sweep == "other") throw new AxflException("WorkerRefused", ErrorKind.Configuration, "What differs is its code.") { Target = sweep, RecommendedAction = "Install the same build." };
    }
}
