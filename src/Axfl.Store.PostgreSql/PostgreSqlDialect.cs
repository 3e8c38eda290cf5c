using System.Data.Common;
using System.Globalization;
using Axfl.Contracts;
using Axfl.Research.Store;
using Npgsql;

namespace Axfl.Store.PostgreSql;

/// <summary>A store in PostgreSQL: any number of processes on any machine write it at the same time.</summary>
internal sealed class PostgreSqlDialect : StoreDialect
{
    private const long TablesLock = 0x4158464C;
    private const int SubmitLock = 0x41584653;
    private static readonly string[] Tables = ["schema", "dataset", "sweep", "trial", "sweep_trial", "tried", "trial_days", "trial_trades", "chunk", "alarm"];

    private readonly string _connection, _role;

    /// <param name="connection">Connection string, <c>Host=...;Database=...</c>, or address, <c>postgresql://user@host/database</c>.</param>
    /// <exception cref="AxflException">It cannot be read (<c>StoreConnectionInvalid</c>).</exception>
    public PostgreSqlDialect(string connection)
    {
        var settings = ConnectionText.Read(connection);
        _connection = settings.ConnectionString;
        _role = settings.Username ?? Environment.UserName;
        Name = string.Create(CultureInfo.InvariantCulture, $"PostgreSQL database {settings.Database ?? settings.Username} on {settings.Host}:{settings.Port}");
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Whole => "bigint";

    /// <inheritdoc/>
    public override string Real => "double precision";

    /// <inheritdoc/>
    public override string Bytes => "bytea";

    /// <inheritdoc/>
    public override IDisposable Claim() => new Shared();

    /// <inheritdoc/>
    public override DbConnection Open(StoreAccess access)
    {
        var connection = new NpgsqlConnection(_connection);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool HasTables(DbConnection connection, DbTransaction? transaction) =>
        connection.Number(transaction, $"select count(*) from pg_catalog.pg_tables where schemaname = current_schema() and tablename in ({Sql.Places(Tables.Length)})", [.. Tables]) is var found
        && (found == Tables.Length || (found == 0 ? false : throw StoreErrors.Damaged(Name, new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"it has {found} of {Tables.Length} tables")))));

    /// <inheritdoc/>
    public override void LockTables(DbConnection connection, DbTransaction transaction) => connection.Execute(transaction, "select pg_advisory_xact_lock(@p0)", TablesLock);

    /// <inheritdoc/>
    public override void Copy(DbConnection connection, int version, DateTime now)
    {
        var copy = string.Create(CultureInfo.InvariantCulture, $"axfl_v{version}_{now:yyyyMMdd_HHmmss}");
        using var transaction = connection.BeginTransaction();
        connection.Execute(transaction, $"""create schema "{copy}" """);
        foreach (var table in Tables) connection.Execute(transaction, $"""create table "{copy}"."{table}" as table "{table}" """);
        transaction.Commit();
    }

    /// <inheritdoc/>
    public override string AdapterConnection => _connection;

    /// <inheritdoc/>
    public override bool HasQueue(DbConnection connection) => connection.Number(null, "select count(*) from pg_catalog.pg_tables where schemaname = 'hangfire' and tablename = 'job'") > 0;

    /// <inheritdoc/>
    public override DateTime? ServerTime(DbConnection connection) =>
        DateTime.UnixEpoch.AddMilliseconds(connection.Number(null, "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)"));

    /// <inheritdoc/>
    public override bool TryHold(DbConnection connection, string name) =>
        connection.Number(null, "select case when pg_try_advisory_lock(@p0, hashtext(@p1)) then 1 else 0 end", SubmitLock, name) == 1;

    // Errors are told by what the base library has of them: the queue has a copy of Npgsql of its own, and its errors are told here too.

    /// <inheritdoc/>
    public override bool IsLost(Exception error) => error switch
    {
        // The server goes down, comes up, has ended the connection, or has none left for the moment.
        DbException { SqlState: { } state } => state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            || state.StartsWith("08", StringComparison.Ordinal),
        DbException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => true,
        _ => false,
    };

    /// <inheritdoc/>
    public override AxflException? Explain(Exception error) => error switch
    {
        DbException { SqlState: PostgresErrorCodes.DiskFull } e => StoreErrors.Full(Name, e),
        DbException { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction } e => StoreErrors.NotAllowed(Name, _role, TextOf(e), e),
        DbException { SqlState: PostgresErrorCodes.LockNotAvailable } e => StoreErrors.Locked(Name, "another connection", e),
        DbException { SqlState: not null } e => StoreErrors.NotOpened(Name, TextOf(e), e),
        DbException e => StoreErrors.NotOpened(Name, (e.InnerException ?? e).Message, e),
        _ => null,
    };

    // Without the number of the error before it.
    private static string TextOf(DbException error) => error is PostgresException own ? own.MessageText : error.Message;

    private sealed class Shared : IDisposable
    {
        public void Dispose()
        {
            // Many may write; nothing was taken.
        }
    }
}
