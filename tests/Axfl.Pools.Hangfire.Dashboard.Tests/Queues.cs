using Axfl.Research.Store;
using Axfl.Testing;
using Axfl.Store.PostgreSql;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace Axfl.Pools.Hangfire.Dashboard.Tests;

/// <summary>Queues to look at.</summary>
internal static class Queues
{
    public const string Trouble = "no luck with this chunk";

    /// <summary>A database with a queue of the sweep 'spring': trials 1 to 10 and 11 to 20 wait, 21 to 30 are done, 31 to 40 failed and are to be tried again.</summary>
    public static string New(PostgreSqlServer server)
    {
        var connection = server.NewDatabase();
        using var queue = new HangfireQueue(connection, static _ => { });
        queue.Enqueue([Chunk(1), Chunk(11)]);
        var client = new BackgroundJobClient(HangfireSettings.Storage(connection));
        client.Create(JobOf(Chunk(21)), new SucceededState(null, 1, 1));
        client.Create(JobOf(Chunk(31)), new FailedState(new InvalidOperationException(Trouble)));
        return connection;
    }

    public static PostgreSqlDialect Dialect(string connection) => QueueStore.Find(connection, static _ => null);

    public static Job JobOf(ChunkRow chunk) => Job.FromExpression<ChunkJob>(j => j.Run(chunk.Sweep, chunk.Key, chunk.First, chunk.Last, null, CancellationToken.None));

    public static ChunkRow Chunk(int first) => new("key" + first, "spring", first, first + 9);
}
