using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Research.Store;

/// <summary>Where a store is: a file, or a database of PostgreSQL.</summary>
internal static class StoreLocation
{
    /// <summary>Environment variable with the store where none is given: a path, or a connection string of PostgreSQL.</summary>
    public const string Variable = "AXFL_STORE";

    private const string FileName = "sweeps.db";
    private static readonly string[] Schemes = ["postgres://", "postgresql://"], HostKeys = ["host", "server"];

    /// <summary>The store meant: the one given, else that of the environment, else <c>sweeps.db</c> beside the output directory.</summary>
    /// <param name="request">What was given.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static string Of(SweepStoreRequest request, Func<string, string?> environment) =>
        request.Store is { Length: > 0 } given ? given
        : environment(Variable) is { Length: > 0 } variable ? variable
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.OutputDirectory ?? "logs", request.WorkingDirectory)) ?? request.WorkingDirectory, FileName);

    /// <summary>Whether a text is a connection string of PostgreSQL and not a path.</summary>
    public static bool IsPostgreSql(string store) =>
        Schemes.Any(s => store.StartsWith(s, StringComparison.OrdinalIgnoreCase))
        || store.Split(';').Any(static part => part.Split('=') is [var key, _, ..] && HostKeys.Contains(key.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The files of the store of a request, those beside it that are there only while it is written among them; none of a database of PostgreSQL.</summary>
    /// <param name="request">What was given.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static IReadOnlyList<string> Files(SweepStoreRequest request, Func<string, string?> environment)
    {
        var store = Of(request, environment);
        if (IsPostgreSql(store)) return [];
        var path = Path.GetFullPath(store, request.WorkingDirectory);
        string[] beside = ["", "-wal", "-shm", "-journal", ".lock", ".lock.held"];
        // SQLite keeps its own beside the file that a link leads to.
        return [.. new[] { path, RealPath.Of(path) }.Distinct().SelectMany(file => beside.Select(end => file + end))];
    }

    /// <summary>Opens the store of a request.</summary>
    /// <exception cref="AxflException">It cannot be opened.</exception>
    public static TrialStore Open(SweepStoreRequest request, StoreAccess access, TimeProvider time, Func<string, string?> environment)
    {
        var store = Of(request, environment);
        StoreDialect dialect = IsPostgreSql(store) ? StoreAdapters.PostgreSql(store, environment) : new SqliteDialect(Path.GetFullPath(store, request.WorkingDirectory));
        return TrialStore.Open(dialect, access, time);
    }
}
