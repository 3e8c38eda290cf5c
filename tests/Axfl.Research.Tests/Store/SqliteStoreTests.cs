using System.Data.Common;
using Axfl.Contracts;
using Axfl.Research.Store;
using Microsoft.Data.Sqlite;
using static Axfl.Research.Tests.Store.StoreRows;

namespace Axfl.Research.Tests.Store;

/// <summary>The store in a file.</summary>
public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-store").FullName;

    private string File => Path.Combine(_folder, "sweeps.db");

    public void Dispose()
    {
        Permissions.Set(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(_folder, recursive: true);
    }

    internal override TrialStore Open(StoreAccess access = StoreAccess.Write, StoreSchema? schema = null) =>
        TrialStore.Open(new SqliteDialect(File, TimeSpan.FromSeconds(1)), access, TimeProvider.System, schema);

    [Fact]
    public void It_has_the_tables_and_columns_of_the_page()
    {
        Open().Dispose();
        using var connection = Raw();
        string Columns(string table) => string.Join(", ", connection.Query(null, $"select name from pragma_table_info('{table}') order by cid", static r => r.GetString(0)));
        Assert.Equal("key, symbols, interval, since, until, bars, sources, made_at", Columns("dataset"));
        Assert.Equal("name, dataset, definition, definition_hash, version, made_at, holdout_opened_at", Columns("sweep"));
        Assert.Equal("key, dataset, plan_hash, state, error, metrics, ledger_hash, trades, wall_ms, version, worker, done_at", Columns("trial"));
        Assert.Equal("sweep, number, key, parameters", Columns("sweep_trial"));
        Assert.Equal("dataset, plan_hash, first_at", Columns("tried"));
        Assert.Equal("trial, days, r", Columns("trial_days"));
        Assert.Equal("trial, trades", Columns("trial_trades"));
        Assert.Equal("key, sweep, first, last, digest, tries, worker, done_at", Columns("chunk"));
        Assert.Equal("at, trial, kept_hash, other_hash, worker, version", Columns("alarm"));
        Assert.Equal("version", Columns("schema"));
        Assert.Equal("wal", connection.Query(null, "pragma journal_mode", static r => r.GetString(0))[0]);
    }

    [Fact]
    public void Days_are_stored_as_little_endian_numbers_of_32_and_64_bits()
    {
        using (var store = Open()) store.Write([Row()]);
        using var connection = Raw();
        var (days, r) = connection.Query(null, "select hex(days), hex(r) from trial_days", static r => (r.GetString(0), r.GetString(1)))[0];
        Assert.Equal("204E0000214E0000", days);
        Assert.Equal("9A9999999999B93F" + Convert.ToHexString(BitConverter.GetBytes(-1e-17)), r);
    }

    [Fact]
    public void A_second_writer_is_refused_and_told_who_writes_while_readers_read()
    {
        using var writer = Open();
        writer.Begin(Sweep(), Dataset(), Plan(1));
        var error = Assert.Throws<AxflException>(() => Open());
        Assert.Equal(("StoreLocked", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"process {Environment.ProcessId} on {Environment.MachineName}"), error.Message, StringComparison.Ordinal);
        using var reader = Open(StoreAccess.Read);
        writer.Write([Row()]);
        Assert.NotNull(reader.Rows("s1")[0].Row);
    }

    [Fact]
    public void A_lock_left_behind_by_a_killed_process_is_taken_over()
    {
        System.IO.File.WriteAllText(File + ".lock", "process 1 on elsewhere");
        System.IO.File.WriteAllText(File + ".lock.held", "");
        using (var store = Open()) store.Write([Row()]);
        Assert.False(System.IO.File.Exists(File + ".lock"));
    }

    [Fact]
    public void A_lock_of_another_program_is_an_error_with_path_and_nothing_is_lost()
    {
        using var store = Open();
        store.Write([Row(1)]);
        using var other = Raw();
        other.Execute(null, "begin immediate");
        var error = Assert.Throws<AxflException>(() => store.Write([Row(2)]));
        Assert.Equal("StoreLocked", error.ErrorId);
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        other.Execute(null, "rollback");
        store.Write([Row(2)]);
        Assert.Equal(2, store.Find(["k1", "k2"]).Count);
    }

    [Fact]
    public void A_full_disk_is_an_error_with_path_and_what_was_done_is_kept()
    {
        using var store = TrialStore.Open(new SmallDisk(File), StoreAccess.Write, TimeProvider.System);
        store.Write([Row(1)]);
        var error = Assert.Throws<AxflException>(() => store.Write([Row(2) with { TradesCsv = new byte[1_000_000] }]));
        Assert.Equal(("StoreFull", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Equal(["k1"], store.Find(["k1", "k2"]).Keys);
        store.Write([Row(2)]);
    }

    [Fact]
    public void A_read_only_folder_can_be_read_and_not_written()
    {
        Permissions.Require();
        using (var store = Open()) store.Begin(Sweep(), Dataset(), Plan(1));
        Permissions.Set(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Permissions.Set(File, UnixFileMode.UserRead);
        using var reader = Open(StoreAccess.Read);
        Assert.Single(reader.Rows("s1"));
        var error = Assert.Throws<AxflException>(() => Open());
        Assert.Equal(("StoreReadOnly", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.UserName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_file_is_an_error_that_says_so()
    {
        Permissions.Require();
        Open().Dispose();
        Permissions.Set(File, UnixFileMode.UserRead);
        Assert.Equal("StoreReadOnly", Assert.Throws<AxflException>(() => Open()).ErrorId);
    }

    [Fact]
    public void A_store_that_is_not_there_is_named()
    {
        var error = Assert.Throws<AxflException>(() => Open(StoreAccess.Read));
        Assert.Equal(("StoreNotFound", ErrorKind.Data), (error.ErrorId, error.Kind));
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_store_is_refused_and_left_as_it_is()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.Equal("StoreDamaged", Assert.Throws<AxflException>(() => Open()).ErrorId);
        Assert.Equal(new string('x', 5000), System.IO.File.ReadAllText(File));
        System.IO.File.Delete(File);
        using (var foreign = Raw()) foreign.Execute(null, "create table mine (x)");
        Assert.Contains("another program", Assert.Throws<AxflException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_keeps_every_byte()
    {
        using (var foreign = Raw()) foreign.Execute(null, "create table mine (x)");
        var before = System.IO.File.ReadAllBytes(File);
        foreach (var access in new[] { StoreAccess.Write, StoreAccess.Read })
            Assert.Contains("another program", Assert.Throws<AxflException>(() => Open(access)).Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_store_that_was_emptied_is_not_filled_anew(bool linked)
    {
        using (var store = Open()) store.Write([Row()]);
        System.IO.File.WriteAllBytes(File, []);
        var path = linked ? Path.Combine(_folder, "linked.db") : File;
        if (linked) System.IO.File.CreateSymbolicLink(path, File);
        var error = Assert.Throws<AxflException>(() => TrialStore.Open(new SqliteDialect(path), StoreAccess.Write, TimeProvider.System));
        Assert.Equal(("StoreEmpty", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Contains("Bring a copy back, or remove the file", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(File).Length);
        error = Assert.Throws<AxflException>(() => TrialStore.Open(new SqliteDialect(path), StoreAccess.Read, TimeProvider.System));
        Assert.Equal(("StoreNotFound", $"There is no store {path}: the file there is empty."), (error.ErrorId, error.Message));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_store_is_named_as_one()
    {
        Directory.CreateDirectory(File);
        Assert.Equal($"There is no store {File}: a folder is there.", Assert.Throws<AxflException>(() => Open(StoreAccess.Read)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipe_in_the_place_of_a_store_is_refused_without_waiting(bool writes)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        using (var made = System.Diagnostics.Process.Start("mkfifo", File)) made.WaitForExit();
        var error = Assert.Throws<AxflException>(() => Open(writes ? StoreAccess.Write : StoreAccess.Read));
        Assert.Equal(("StoreNotOpened", File), (error.ErrorId, error.Target));
        Assert.Contains("it is a pipe", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_writers_that_make_a_store_at_one_time_each_gets_it()
    {
        async Task Make(int number)
        {
            while (true)
            {
                try
                {
                    using var store = Open();
                    store.Write([Row(number)]);
                    return;
                }
                catch (AxflException e) when (e.ErrorId is "StoreLocked" or "StoreReadOnly")
                {
                    await Task.Yield();
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(1, 4).Select(n => Task.Run(() => Make(n))));
        using var store = Open(StoreAccess.Read);
        Assert.Equal(4, store.Find(["k1", "k2", "k3", "k4"]).Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var path = Path.Combine(_folder, "none", "sweeps.db");
        var error = Assert.Throws<AxflException>(() => TrialStore.Open(new SqliteDialect(path), StoreAccess.Write, TimeProvider.System));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.Output, error.Kind);
    }

    [Fact]
    public void Before_an_older_store_is_moved_on_it_is_copied()
    {
        using (var store = Open()) store.Write([Row()]);
        Open(schema: new StoreSchema([.. StoreSchema.Current.Steps, static _ => "drop table \"trial_days\""])).Dispose();
        var copy = Assert.Single(Directory.GetFiles(_folder, "sweeps.db.v3-*"));
        using var old = TrialStore.Open(new SqliteDialect(copy), StoreAccess.Read, TimeProvider.System);
        Assert.NotNull(old.Days("k1"));
    }

    private SqliteConnection Raw()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    // A file that may not grow: SQLite says of it what it says of a full disk.
    private sealed class SmallDisk(string path) : SqliteDialect(path)
    {
        public override DbConnection Open(StoreAccess access)
        {
            var connection = base.Open(access);
            connection.Execute(null, "pragma max_page_count = 40");
            return connection;
        }
    }

    private static class Permissions
    {
        public static void Require()
        {
            if (OperatingSystem.IsWindows() || Environment.UserName == "root") Assert.Skip("Needs a user for whom permissions hold.");
        }

        public static void Set(string path, UnixFileMode mode)
        {
            if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, mode);
        }
    }
}
