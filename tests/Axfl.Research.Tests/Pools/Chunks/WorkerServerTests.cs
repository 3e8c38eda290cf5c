using Axfl.Contracts;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>Workers and the server of their store: its clock, its locks, its rights.</summary>
public sealed class WorkerServerTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [Theory]
    [InlineData(1, "ahead of")]
    [InlineData(-1, "behind")]
    public void A_clock_an_hour_off_is_refused(int hours, string how)
    {
        using var chunks = new ChunkHarness(store: server.NewDatabase());
        chunks.Submit();
        var refused = chunks.Refused(() => chunks.Run(1, pools: ChunkHarness.Pools(time: new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(hours)))));
        Assert.Contains("What differs is its clock", refused.Message, StringComparison.Ordinal);
        Assert.Contains(how, refused.Message, StringComparison.Ordinal);
        Assert.Contains("60 s are allowed", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_of_this_machine_is_right()
    {
        using var chunks = new ChunkHarness(store: server.NewDatabase());
        chunks.Submit();
        Assert.Equal(1, chunks.Run(1).Done);
    }

    [Fact]
    public void One_command_at_a_time_submits_a_sweep_to_whatever_pool()
    {
        using var chunks = new ChunkHarness(store: server.NewDatabase());
        chunks.Submit();
        using var other = chunks.Sweep.Store(Axfl.Research.Store.StoreAccess.Write);
        Assert.True(other.TrySubmit("test"));
        Assert.Equal(("SweepSubmitted", ErrorKind.Output), Assert.Throws<AxflException>(() => chunks.Submit()) is var queued ? (queued.ErrorId, queued.Kind) : default);
        Assert.Equal("SweepSubmitted", Assert.Throws<AxflException>(() => chunks.Submit(change: r => r with { Pool = "local" })).ErrorId);
    }

    [Fact]
    public void A_role_that_may_only_read_is_refused_before_anything_is_run()
    {
        var database = server.NewDatabase();
        using (var owner = new ChunkHarness(store: database)) owner.Submit();
        server.Sql(database, $"do $$ begin if not exists (select from pg_roles where rolname = 'reader') then create role reader login password '{PostgreSqlServer.Password}'; end if; end $$; grant select on all tables in schema public to reader");
        var worker = new ChunkWorkerRequest { Store = new SweepStoreRequest { Store = database.Replace("Username=axfl", "Username=reader", StringComparison.Ordinal), WorkingDirectory = "/" }, WorkingDirectory = "/" };
        using var watcher = new ChunkHarness();
        var refused = Assert.Throws<AxflException>(() => ChunkHarness.Pools().RunChunk(new SweepChunkRequest { Sweep = "test", Chunk = 1, Worker = worker }, watcher, CancellationToken.None));
        Assert.Equal(("StoreReadOnly", ErrorKind.Output), (refused.ErrorId, refused.Kind));
        Assert.Contains("refuses the role 'reader'", refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", server.Sql(database, "select sum(tries) from chunk"));
    }
}
