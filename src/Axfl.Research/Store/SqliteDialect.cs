using System.Data.Common;
using System.Globalization;
using Axfl.Contracts;
using Microsoft.Data.Sqlite;

namespace Axfl.Research.Store;

/// <summary>A store in one file: SQLite in WAL mode, one process that writes, any number that read meanwhile.</summary>
/// <param name="path">Absolute path of the file.</param>
/// <param name="patience">How long it waits for a lock of a program that is not Axfl.</param>
internal class SqliteDialect(string path, TimeSpan? patience = null) : StoreDialect
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Interrupted = 9, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <inheritdoc/>
    public override string Name => path;

    /// <inheritdoc/>
    public override string Whole => "integer";

    /// <inheritdoc/>
    public override string Real => "real";

    /// <inheritdoc/>
    public override string Bytes => "blob";

    /// <inheritdoc/>
    public override IDisposable Claim()
    {
        if (Directory.Exists(path)) throw StoreErrors.NotOpened(path, "it is a folder, not a file", new IOException(path));
        return StoreLock.Take(path);
    }

    /// <inheritdoc/>
    public override DbConnection Open(StoreAccess access)
    {
        if (access == StoreAccess.Read && !File.Exists(path)) throw StoreErrors.NotFound(path);
        var connection = Connect(path, access == StoreAccess.Read ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate);
        try
        {
            // In WAL mode a commit that a power failure undoes is undone whole: the trial is run again.
            if (access == StoreAccess.Write) connection.Execute(null, "pragma journal_mode = wal; pragma synchronous = normal;");
            else _ = connection.Number(null, "select count(*) from sqlite_master");
            return connection;
        }
        catch (SqliteException e) when (access == StoreAccess.Read && e.SqliteErrorCode is CannotOpen or ReadOnly && !File.Exists(path + "-wal"))
        {
            // A read-only folder has no place for the index of the log; without a log it is not needed.
            connection.Dispose();
            return Connect("file:" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1", SqliteOpenMode.ReadOnly);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool HasTables(DbConnection connection, DbTransaction? transaction)
    {
        if (connection.Number(transaction, "select count(*) from sqlite_master where type = 'table' and name = 'schema'") > 0) return true;
        return connection.Number(transaction, "select count(*) from sqlite_master") == 0 ? false
            : throw StoreErrors.Damaged(path, new InvalidDataException("it is a database of another program"));
    }

    /// <inheritdoc/>
    public override void LockTables(DbConnection connection, DbTransaction transaction)
    {
        // A transaction that writes is alone already.
    }

    /// <inheritdoc/>
    public override void Copy(DbConnection connection, int version, DateTime now) =>
        connection.Execute(null, "vacuum into @p0", string.Create(CultureInfo.InvariantCulture, $"{path}.v{version}-{now:yyyyMMdd-HHmmss}"));

    /// <inheritdoc/>
    public override bool IsLost(Exception error) => false;

    /// <inheritdoc/>
    public override AxflException? Explain(Exception error) => error is not SqliteException e ? null : e.SqliteErrorCode switch
    {
        Busy or Locked => StoreErrors.Locked(path, FileOwners.Of(path), e),
        ReadOnly => StoreErrors.ReadOnly(path, e),
        Full => StoreErrors.Full(path, e),
        Corrupt or NotADatabase => StoreErrors.Damaged(path, e),
        CannotOpen when !Directory.Exists(Path.GetDirectoryName(path)) => StoreErrors.NotOpened(path, "its folder does not exist", e),
        CannotOpen or Io or Interrupted => StoreErrors.NotOpened(path, e.Message, e),
        _ => StoreErrors.Damaged(path, e),
    };

    private SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = (int)(patience ?? TimeSpan.FromSeconds(10)).TotalSeconds,
        }.ToString());
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
}
