using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Pools.Hangfire.Dashboard.Tests;

/// <summary>Which store is shown, and what is said of one that cannot be.</summary>
public sealed class QueueStoreTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [Fact]
    public void The_store_given_comes_before_that_of_the_environment()
    {
        var (one, other) = (Queues.New(server), Queues.New(server));
        Assert.Equal(Queues.Dialect(one).Name, QueueStore.Find(one, _ => other).Name);
        Assert.Equal(Queues.Dialect(other).Name, QueueStore.Find(null, name => name == "AXFL_STORE" ? other : null).Name);
    }

    [Theory]
    [InlineData("sweeps.db")]
    [InlineData(null)]
    public void A_file_has_no_queue(string? store)
    {
        var refused = Refused(store);
        Assert.Equal(("PoolNeedsServer", ErrorKind.Configuration), (refused.ErrorId, refused.Kind));
        Assert.Contains("sweeps.db is a file", refused.Message, StringComparison.Ordinal);
        Assert.Contains("AXFL_STORE", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_without_a_queue_is_told()
    {
        var refused = Refused(server.NewDatabase());
        Assert.Equal(("QueueNotFound", ErrorKind.Data), (refused.ErrorId, refused.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";Password=wrong-one")]
    public void A_database_that_cannot_be_opened_is_told_without_the_password(string more)
    {
        server.Require();
        var refused = Refused(server.To("nowhere") + more);
        Assert.Equal(("StoreNotOpened", ErrorKind.Output), (refused.ErrorId, refused.Kind));
        Assert.DoesNotContain(PostgreSqlServer.Password, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", refused.ToString(), StringComparison.Ordinal);
    }

    private static AxflException Refused(string? store) => Assert.Throws<AxflException>(() => QueueStore.Find(store, static _ => null));
}
