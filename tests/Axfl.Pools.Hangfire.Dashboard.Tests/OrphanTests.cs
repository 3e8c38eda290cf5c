using Axfl.Testing;

namespace Axfl.Pools.Hangfire.Dashboard.Tests;

/// <summary>Chunks of workers that died.</summary>
public sealed class OrphanTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [Fact]
    public void They_are_put_before_chunks_that_nobody_has_begun_and_those_in_hand_stay_there()
    {
        var database = Queues.New(server);
        using var queue = new HangfireQueue(database, static _ => { });
        server.Sql(database, "update hangfire.jobqueue set fetchedat = now() - interval '31 seconds' where id = (select min(id) from hangfire.jobqueue)");
        server.Sql(database, "update hangfire.jobqueue set fetchedat = now() - interval '10 seconds' where id = (select max(id) from hangfire.jobqueue)");
        queue.FreeOrphans(["another"]);
        Assert.Equal("2", server.Sql(database, "select count(*) from hangfire.jobqueue where fetchedat is not null"));
        queue.FreeOrphans(["another", "spring"]);
        Assert.Equal(server.Sql(database, "select max(id) from hangfire.jobqueue"), server.Sql(database, "select id from hangfire.jobqueue where fetchedat is not null"));
    }
}
