using System.Data.Common;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The one connection of a store. One that is lost is sought again (<see cref="Patience"/>).</summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly StoreDialect _dialect;
    private readonly StoreAccess _access;
    private readonly TimeProvider _time;
    private readonly IDisposable? _claim;
    private readonly object _one = new();
    private DbConnection? _connection;

    private StoreConnection(StoreDialect dialect, StoreAccess access, TimeProvider time, IDisposable? claim, DbConnection connection) =>
        (_dialect, _access, _time, _claim, _connection) = (dialect, access, time, claim, connection);

    /// <summary>The store for people.</summary>
    public string Name => _dialect.Name;

    /// <summary>The database.</summary>
    public StoreDialect Dialect => _dialect;

    /// <summary>Says that the connection was lost, and that it is back.</summary>
    public Action<string>? Notice { get; set; }

    /// <summary>Opens a store; a writer makes its tables, and an older one is moved on.</summary>
    public static StoreConnection Open(StoreDialect dialect, StoreSchema schema, StoreAccess access, TimeProvider time) => Guard(dialect, () =>
    {
        if (access == StoreAccess.Read && !IsOlder(dialect, schema)) return new StoreConnection(dialect, access, time, null, dialect.Open(access));
        var claim = dialect.Claim();
        try
        {
            var connection = dialect.Open(StoreAccess.Write);
            try
            {
                schema.Prepare(dialect, connection, time.GetUtcNow().UtcDateTime);
                if (access == StoreAccess.Write) return new StoreConnection(dialect, access, time, claim, connection);
            }
            catch
            {
                connection.Dispose();
                throw;
            }

            connection.Dispose();
        }
        catch
        {
            claim.Dispose();
            throw;
        }

        claim.Dispose();
        return new StoreConnection(dialect, access, time, null, dialect.Open(access));
    });

    /// <summary>Reads.</summary>
    public T Read<T>(Func<DbConnection, T> read) => Do(read);

    /// <summary>Makes something of what was read: damage in it is named with the store.</summary>
    public T Sound<T>(Func<T> read) => Guard(_dialect, read);

    /// <summary>Reads by another connection, as whoever opens the store now.</summary>
    public T Afresh<T>(Func<DbConnection, T> read) => Guard(_dialect, () =>
    {
        using var connection = _dialect.Open(StoreAccess.Read);
        return read(connection);
    });

    /// <summary>Writes in one transaction: all of it or nothing.</summary>
    public T Write<T>(Func<DbConnection, DbTransaction, T> write) => Do(connection =>
    {
        using var transaction = connection.BeginTransaction();
        var result = write(connection, transaction);
        transaction.Commit();
        return result;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_one)
        {
            _connection?.Dispose();
            _connection = null;
            _claim?.Dispose();
        }
    }

    private static bool IsOlder(StoreDialect dialect, StoreSchema schema)
    {
        using var connection = dialect.Open(StoreAccess.Read);
        return dialect.HasTables(connection, null) ? schema.IsOlder(dialect, connection) : throw StoreErrors.NotFound(dialect.Name);
    }

    private T Do<T>(Func<DbConnection, T> work)
    {
        lock (_one)
        {
            return Guard(_dialect, () => Patience.Do(Name, () => work(_connection ??= _dialect.Open(_access)), LetGoOfLost, Notice, _time));
        }
    }

    private bool LetGoOfLost(Exception error)
    {
        if (!_dialect.IsLost(error)) return false;
        _connection?.Dispose();
        _connection = null;
        return true;
    }

    private static T Guard<T>(StoreDialect dialect, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not AxflException && dialect.Explain(e) is { } explained)
        {
            throw explained;
        }
        // What a store holds is what was written; anything else was changed by others.
        catch (RowDamage e)
        {
            throw StoreErrors.Damaged(dialect.Name, e.Where, e);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidCastException or OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            throw StoreErrors.Damaged(dialect.Name, e.Message, e);
        }
    }
}
