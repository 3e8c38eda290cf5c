using System.Data.Common;
using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Disk;
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
        RequireStore(access);
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
            return ConnectUntouched();
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

    // Before anything is changed or waited for. A writer has claimed the store: no other process is just making it.
    private void RequireStore(StoreAccess access)
    {
        if (!File.Exists(path))
        {
            if (access == StoreAccess.Read) throw StoreErrors.NotFound(path, Directory.Exists(path) ? "a folder is there" : null);
            return;
        }

        if (new FileInfo(RealPath.Of(path)).Length == 0) RefuseEmpty(access);
        else if (access == StoreAccess.Write) RefuseOther();
    }

    // A pipe has no length. What has one is not opened to be looked at: to close it again would give up the locks that SQLite holds on it in this process.
    private void RefuseEmpty(StoreAccess access)
    {
        try
        {
            RegularFile.Require(path);
        }
        catch (IOException e)
        {
            throw StoreErrors.NotOpened(path, "it is a pipe, not a file", e);
        }

        throw access == StoreAccess.Read ? StoreErrors.NotFound(path, "the file there is empty") : StoreErrors.Empty(path);
    }

    // Without its log, which is read below: what is there now stays as it is, locks and journal mode too.
    private void RefuseOther()
    {
        try
        {
            using var connection = ConnectUntouched();
            _ = HasTables(connection, null);
        }
        catch (SqliteException)
        {
            // It is not a database, or in the middle of a change: whoever opens it is told.
        }
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

    private SqliteConnection ConnectUntouched() =>
        Connect("file:" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1", SqliteOpenMode.ReadOnly);

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
