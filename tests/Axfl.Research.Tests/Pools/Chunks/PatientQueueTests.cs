using System.Data.Common;
using Axfl.Contracts;
using Axfl.Research.Pools;
using Axfl.Research.Store;
using Axfl.Research.Tests.Store;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>A queue whose server goes away.</summary>
public sealed class PatientQueueTests
{
    private readonly SkippedWaits _time = new();
    private readonly List<string> _notices = [];

    [Fact]
    public void A_lost_connection_is_sought_with_growing_pauses_and_the_rest_is_queued()
    {
        using var inner = new FaultyQueue(faults: 3);
        using var queue = new PatientQueue(inner, new Database(), _notices.Add, _time);
        queue.Enqueue([Chunk(1), Chunk(2)]);
        Assert.Equal(["1", "2"], inner.Queues);
        Assert.Equal([0.5, 1, 2], _time.Pauses.Select(static w => w.TotalSeconds));
        Assert.Equal(["The connection to db was lost; it is tried again for 10 minutes.", "The connection to db is back."], _notices);
    }

    [Fact]
    public void After_ten_minutes_it_says_that_the_connection_is_lost()
    {
        using var queue = new PatientQueue(new FaultyQueue(faults: int.MaxValue), new Database(), _notices.Add, _time);
        var lost = Assert.Throws<AxflException>(() => queue.Queued("test"));
        Assert.Equal(("StoreConnectionLost", ErrorKind.Output), (lost.ErrorId, lost.Kind));
        Assert.InRange(_time.Pauses.Sum(static w => w.TotalMinutes), 10, 11);
    }

    [Fact]
    public void Another_error_is_told_at_once()
    {
        using var queue = new PatientQueue(new FaultyQueue(faults: 1, new InvalidOperationException("no")), new Database(), _notices.Add, _time);
        Assert.Throws<InvalidOperationException>(() => queue.Servers());
        Assert.Empty(_time.Pauses);
    }

    [Fact]
    public void An_error_of_the_database_is_told_as_the_store_tells_it()
    {
        using var queue = new PatientQueue(new FaultyQueue(faults: 1, new InvalidOperationException("wrapped", new TimeoutException("full"))), new Database(), _notices.Add, _time);
        Assert.Equal("StoreFull", Assert.Throws<AxflException>(() => queue.Queued("test")).ErrorId);
        Assert.Empty(_time.Pauses);
    }

    private static ChunkRow Chunk(int key) => new(key.ToString(System.Globalization.CultureInfo.InvariantCulture), "test", key, key);

    private sealed class FaultyQueue(int faults, Exception? error = null) : ChunkQueue
    {
        private int _left = faults;

        public List<string> Queues { get; } = [];

        public override void Enqueue(IEnumerable<ChunkRow> chunks) => Queues.AddRange(Do(chunks).Select(static c => c.Key));

        public override IReadOnlySet<string> Queued(string sweep) => Do(new HashSet<string>());

        public override int Withdraw(string sweep, Func<string, bool> isMeant) => Do(0);

        public override void FreeOrphans(IReadOnlyCollection<string> sweeps) => Do(0);

        public override string QueueOf(string sweep) => sweep;

        public override IReadOnlyList<QueueServer> Servers() => Do<IReadOnlyList<QueueServer>>([]);

        public override IDisposable Announce(string worker) => Do(this);

        public override IDisposable Serve(string worker, string sweep, int threads, ChunkHandler handler) => Do(this);

        private T Do<T>(T value) => _left-- > 0 ? throw error ?? new InvalidOperationException("wrapped", new IOException("connection reset")) : value;
    }

    /// <summary>A database that goes away with an <see cref="IOException"/>, and is full with a <see cref="TimeoutException"/>.</summary>
    private sealed class Database : StoreDialect
    {
        public override string Name => "db";

        public override string Whole => throw new NotSupportedException();

        public override string Real => throw new NotSupportedException();

        public override string Bytes => throw new NotSupportedException();

        public override IDisposable Claim() => throw new NotSupportedException();

        public override DbConnection Open(StoreAccess access) => throw new NotSupportedException();

        public override bool HasTables(DbConnection connection, DbTransaction? transaction) => throw new NotSupportedException();

        public override void LockTables(DbConnection connection, DbTransaction transaction) => throw new NotSupportedException();

        public override void Copy(DbConnection connection, int version, DateTime now) => throw new NotSupportedException();

        public override bool IsLost(Exception error) => error is IOException;

        public override AxflException? Explain(Exception error) => error is TimeoutException ? StoreErrors.Full(Name, error) : null;
    }
}
