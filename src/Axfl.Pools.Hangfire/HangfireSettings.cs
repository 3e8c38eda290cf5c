using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Npgsql;

namespace Axfl.Pools.Hangfire;

/// <summary>How Hangfire is used: the same on every machine, for what one of them leaves behind the others must find.</summary>
internal static class HangfireSettings
{
    /// <summary>How long a chunk of a worker that died stays out of sight.</summary>
    public static readonly TimeSpan Invisibility = TimeSpan.FromSeconds(30);

    // A worker killed while it changes a job's state leaves a row lock that only this time removes.
    private static readonly TimeSpan DistributedLock = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan QueuePoll = TimeSpan.FromSeconds(1), SchedulePoll = TimeSpan.FromSeconds(5), Heartbeat = TimeSpan.FromSeconds(10), Gone = TimeSpan.FromMinutes(2);

    /// <summary>The storage in a database; its tables are in the schema <c>hangfire</c>, made when they are not there.</summary>
    /// <param name="connection">Connection string.</param>
    public static PostgreSqlStorage Storage(string connection) => Storage(Pooled(connection, "axfl queue"), isMade: true);

    /// <summary>The storage to look at: its tables must be there, and the database itself refuses every change of them.</summary>
    /// <param name="connection">Connection string.</param>
    public static PostgreSqlStorage StorageToRead(string connection)
    {
        var text = Pooled(connection, "axfl dashboard");
        text.Options = $"{text.Options} -c default_transaction_read_only=on".TrimStart();
        return Storage(text, isMade: false);
    }

    /// <summary>Options of a server.</summary>
    /// <param name="worker">Machine and process.</param>
    /// <param name="queue">The queue it serves.</param>
    /// <param name="threads">Jobs at the same time.</param>
    /// <param name="activator">Makes jobs.</param>
    public static BackgroundJobServerOptions Server(string worker, string queue, int threads, JobActivator activator) => new()
    {
        ServerName = worker, Queues = [queue], WorkerCount = threads, Activator = activator, SchedulePollingInterval = SchedulePoll, HeartbeatInterval = Heartbeat, ServerCheckInterval = Heartbeat,
        ServerTimeout = Gone,
    };

    /// <summary>Makes the one job type known: it is in a load context of its own, in which nobody would look for it.</summary>
    public static void UseChunkJob() => GlobalConfiguration.Configuration
        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
        .UseTypeResolver(static name => name.StartsWith(typeof(ChunkJob).FullName + ",", StringComparison.Ordinal) ? typeof(ChunkJob) : TypeHelper.DefaultTypeResolver(name));

    /// <summary>A connection to its tables.</summary>
    public static NpgsqlConnection Connect(string connection)
    {
        var opened = new NpgsqlConnection(Pooled(connection, "axfl queue").ConnectionString);
        opened.Open();
        return opened;
    }

    // Many short connections: they are pooled, other than the one of a store.
    private static NpgsqlConnectionStringBuilder Pooled(string connection, string application) => new(connection) { Pooling = true, KeepAlive = 0, ApplicationName = application };

    private static PostgreSqlStorage Storage(NpgsqlConnectionStringBuilder text, bool isMade)
    {
        var options = new PostgreSqlStorageOptions
        {
            UseSlidingInvisibilityTimeout = true, InvisibilityTimeout = Invisibility, DistributedLockTimeout = DistributedLock, QueuePollInterval = QueuePoll, PrepareSchemaIfNecessary = isMade,
        };
        return new PostgreSqlStorage(new global::Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(text.ConnectionString, options), options);
    }
}
