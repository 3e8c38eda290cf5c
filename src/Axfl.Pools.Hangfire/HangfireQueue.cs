using Axfl.Research.Pools;
using Axfl.Research.Store;
using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.States;

namespace Axfl.Pools.Hangfire;

/// <summary>A queue of chunks by Hangfire, in the database of the store.</summary>
internal sealed class HangfireQueue : ChunkQueue
{
    private const string Presence = "axfl-presence";
    private const int Page = 500;

    private readonly string _connection;
    private readonly PostgreSqlStorage _storage;

    /// <param name="connection">Connection string of the database.</param>
    /// <param name="notice">Takes what the log says of trouble.</param>
    public HangfireQueue(string connection, Action<string> notice)
    {
        global::Hangfire.Logging.LogProvider.SetCurrentLogProvider(new HangfireLog(notice));
        HangfireSettings.UseChunkJob();
        _connection = connection;
        _storage = HangfireSettings.Storage(connection);
    }

    /// <inheritdoc/>
    public override void Enqueue(IEnumerable<ChunkRow> chunks)
    {
        var client = new BackgroundJobClient(_storage);
        foreach (var chunk in chunks)
        {
            var job = Job.FromExpression<ChunkJob>(j => j.Run(chunk.Sweep, chunk.Key, chunk.First, chunk.Last, null, CancellationToken.None));
            client.Create(job, new EnqueuedState(QueueOf(chunk.Sweep)));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlySet<string> Queued(string sweep)
    {
        var (api, queue) = (_storage.GetMonitoringApi(), QueueOf(sweep));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        // In the order a job goes, so that none slips by: from waiting to in hand, from in hand to waiting for its next try.
        keys.UnionWith(Jobs(from => api.EnqueuedJobs(queue, from, Page), static j => j.Job).Select(j => j.Key));
        keys.UnionWith(Jobs(from => api.FetchedJobs(queue, from, Page), static j => j.Job).Select(j => j.Key));
        keys.UnionWith(Jobs(from => api.ScheduledJobs(from, Page), static j => j.Job).Where(j => j.Sweep == sweep).Select(j => j.Key));
        return keys;
    }

    /// <inheritdoc/>
    public override int Withdraw(string sweep, Func<string, bool> isMeant)
    {
        var (api, queue, client) = (_storage.GetMonitoringApi(), QueueOf(sweep), new BackgroundJobClient(_storage));
        var found = Jobs(from => api.EnqueuedJobs(queue, from, Page), static j => j.Job).Where(j => isMeant(j.Key)).ToList();
        return found.Count(j => client.Delete(j.Id, EnqueuedState.StateName));
    }

    /// <inheritdoc/>
    public override void FreeOrphans(IReadOnlyCollection<string> sweeps)
    {
        if (sweeps.Count == 0) return;
        using var connection = HangfireSettings.Connect(_connection);
        using var free = connection.CreateCommand();
        // A job in hand is marked anew again and again. What was marked once is taken only when nothing else waits, however long that takes.
        free.CommandText = "update hangfire.jobqueue set fetchedat = null where queue = any(@queues) and fetchedat < now() - @invisible";
        free.Parameters.AddWithValue("queues", sweeps.Select(QueueOf).ToArray());
        free.Parameters.AddWithValue("invisible", HangfireSettings.Invisibility);
        free.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override string QueueOf(string sweep) => SweepQueueAttribute.Of(sweep);

    /// <inheritdoc/>
    public override IReadOnlyList<QueueServer> Servers() =>
        [.. _storage.GetMonitoringApi().Servers().Select(static s => new QueueServer(WorkerOf(s.Name), [.. s.Queues], Utc(s.StartedAt), s.Heartbeat is { } seen ? Utc(seen) : null))];

    /// <inheritdoc/>
    public override IDisposable Announce(string worker) => new Server(_storage, HangfireSettings.Server(worker, Presence, 1, new Activator(static (_, _, _) => { })));

    /// <inheritdoc/>
    public override IDisposable Serve(string worker, string sweep, int threads, ChunkHandler handler) =>
        new Server(_storage, HangfireSettings.Server(worker, QueueOf(sweep), threads, new Activator(handler)));

    // A server is called as it was told, then the number of its process and an id of its own, each after a colon.
    private static string WorkerOf(string server) => server.Split(':') is [.. var name, _, _] ? string.Join(':', name) : server;

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static IEnumerable<(string Id, string Sweep, string Key)> Jobs<T>(Func<int, global::Hangfire.Storage.Monitoring.JobList<T>> page, Func<T, Job?> jobOf)
    {
        for (var from = 0; ; from += Page)
        {
            var some = page(from);
            foreach (var (id, dto) in some)
                if (dto is not null && jobOf(dto)?.Args is [string sweep, string key, ..]) yield return (id, sweep, key);
            if (some.Count < Page) yield break;
        }
    }

    private sealed class Activator(ChunkHandler handler) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new ChunkJob(handler);
    }

    private sealed class Server(PostgreSqlStorage storage, BackgroundJobServerOptions options) : IDisposable
    {
        private readonly BackgroundJobServer _server = new(options, storage);

        public void Dispose()
        {
            _server.SendStop();
            _server.Dispose();
        }
    }
}
