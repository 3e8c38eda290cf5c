using Axfl.Contracts;
using Axfl.Research.Pools;
using Axfl.Research.Store;
using Axfl.Strategies.Catalogue;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>A sweep that is submitted in chunks, and workers for it.</summary>
/// <param name="sessions">The sessions file.</param>
/// <param name="store">A connection string; null: a store in a file.</param>
internal sealed class ChunkHarness(string sessions = SweepHarness.Small, string? store = null) : IDisposable, ISweepWatcher
{
    public const string Axes = "axes: {strategies.lsg.params.sweep_pips: {from: 2, to: 4, step: 0.5}, strategies.lsg.params.target_r: [0.8, 1.5]}\nobjective: {min_trades: 5}";

    private static readonly StrategyDefinition Faulty = StrategyCatalogue.FromType(typeof(FaultyStrategy), "tests");

    public SweepHarness Sweep { get; } = new(sessions, store);

    public List<string> Notices { get; } = [];

    public static SweepPools Pools(StrategyDefinition? faulty = null, TimeProvider? time = null) =>
        new(_ => [.. StrategyCatalogue.BuiltIn, faulty ?? Faulty], time ?? TimeProvider.System, _ => null);

    public static StrategyDefinition OtherFaulty => Faulty with { CodeId = "another build" };

    /// <summary>Submits it, each trial a chunk, however fast it is.</summary>
    public SweepReport Submit(string keys = Axes, Func<SweepRequest, SweepRequest>? change = null)
    {
        var request = Sweep.Request(keys) with { Pool = "command", ChunkSeconds = 1e-9 };
        return Sweep.Run(change is null ? request : change(request));
    }

    public ChunkReport Run(int chunk, Func<ChunkWorkerRequest, ChunkWorkerRequest>? change = null, SweepPools? pools = null, CancellationToken cancellation = default)
    {
        var worker = new ChunkWorkerRequest { Store = Sweep.StoreRequest, WorkingDirectory = Sweep.Folder, Throttle = 2 };
        return (pools ?? Pools()).RunChunk(new SweepChunkRequest { Sweep = "test", Chunk = chunk, Worker = change is null ? worker : change(worker) }, this, cancellation);
    }

    /// <summary>Runs all chunks, the last first.</summary>
    public void RunAll()
    {
        for (var k = Chunks().Count; k > 0; k--) Run(k);
    }

    public IReadOnlyList<ChunkRow> Chunks()
    {
        using var store = Sweep.Store();
        return store.Chunks("test");
    }

    public void Change(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Sweep.StoreRequest.Store};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0, sql);
    }

    public AxflException Refused(Action work)
    {
        var refused = Assert.Throws<AxflException>(work);
        Assert.Equal(("WorkerRefused", ErrorKind.Configuration), (refused.ErrorId, refused.Kind));
        Assert.All(Chunks(), c => Assert.Equal((0, null), (c.Tries, c.DoneAt)));
        return refused;
    }

    public void Dispose() => Sweep.Dispose();

    void ISweepWatcher.Progress(SweepProgress progress)
    {
        // Not asked.
    }

    void ISweepWatcher.Trial(SweepTrial trial) => throw new InvalidOperationException("A chunk tells no trials.");

    void ISweepWatcher.Notice(NoticeLevel level, string message) => Notices.Add(message);
}
