using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Pools with given answers; it remembers what was asked.</summary>
internal sealed class FakeSweepPools : ISweepPools
{
    public SweepChunkRequest? ChunkAsked { get; private set; }

    public SweepWorkerRequest? WorkerAsked { get; private set; }

    public ChunkReport Report { get; init; } = new() { Sweep = "s", Store = "/s.db", Chunk = 2, Chunks = 3, First = 11, Last = 20, Done = 10, WallSeconds = 1.5 };

    public AxflException? Fault { get; init; }

    public IReadOnlyList<SweepWorker> There { get; init; } = [];

    public ChunkReport RunChunk(SweepChunkRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        ChunkAsked = request;
        return Fault is null ? Report : throw Fault;
    }

    public void Work(SweepWorkerRequest request, ISweepWatcher watcher, CancellationToken cancellation)
    {
        WorkerAsked = request;
        if (Fault is not null) throw Fault;
    }

    public IReadOnlyList<SweepWorker> Workers(SweepStoreRequest request) => There;
}
