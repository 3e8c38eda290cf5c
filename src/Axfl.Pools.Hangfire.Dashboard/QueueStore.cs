using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Store.PostgreSql;

namespace Axfl.Pools.Hangfire.Dashboard;

/// <summary>The store whose queue is shown.</summary>
internal static class QueueStore
{
    /// <summary>Finds it, and looks whether it has a queue.</summary>
    /// <param name="store">The store given; null: that of the environment.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <exception cref="AxflException">It is not in PostgreSQL (<c>PoolNeedsServer</c>), cannot be reached (<c>StoreNotOpened</c>), or has no queue (<c>QueueNotFound</c>).</exception>
    public static PostgreSqlDialect Find(string? store, Func<string, string?> environment)
    {
        var location = StoreLocation.Of(new SweepStoreRequest { Store = store, WorkingDirectory = Environment.CurrentDirectory }, environment);
        if (!StoreLocation.IsPostgreSql(location))
        {
            throw new AxflException("PoolNeedsServer", ErrorKind.Configuration, $"The queue is in a store in PostgreSQL; {location} is a file.")
            {
                Target = location, RecommendedAction = $"Give a connection string in {StoreLocation.Variable} or as --store.",
            };
        }

        var dialect = new PostgreSqlDialect(location);
        if (HasQueue(dialect)) return dialect;
        throw new AxflException("QueueNotFound", ErrorKind.Data, $"{dialect.Name} has no queue: no sweep was ever submitted to it.")
        {
            Target = dialect.Name, RecommendedAction = "Submit one with axfl sweep run FILE --pool hangfire, or give another --store.",
        };
    }

    private static bool HasQueue(PostgreSqlDialect dialect)
    {
        try
        {
            using var connection = dialect.Open(StoreAccess.Read);
            return dialect.HasQueue(connection);
        }
        catch (Exception e) when (dialect.Explain(e) is { } explained)
        {
            throw explained;
        }
    }
}
