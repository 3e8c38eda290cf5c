using Axfl.Contracts;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>The clock of a worker beside that of the server of its store.</summary>
public sealed class WorkerClockTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
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
    public void One_command_at_a_time_submits_a_sweep()
    {
        using var chunks = new ChunkHarness(store: server.NewDatabase());
        chunks.Submit();
        using var other = chunks.Sweep.Store(Axfl.Research.Store.StoreAccess.Write);
        Assert.True(other.TrySubmit("test"));
        Assert.Equal("SweepSubmitted", Assert.Throws<AxflException>(() => chunks.Submit()).ErrorId);
    }
}
