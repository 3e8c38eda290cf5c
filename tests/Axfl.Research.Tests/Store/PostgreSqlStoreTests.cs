using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Testing;
using static Axfl.Research.Tests.Store.StoreRows;

namespace Axfl.Research.Tests.Store;

/// <summary>The store in PostgreSQL, by its adapter as a program loads it.</summary>
public sealed class PostgreSqlStoreTests(PostgreSqlServer server) : StoreContract, IClassFixture<PostgreSqlServer>
{
    private readonly Lazy<string> _database = new(server.NewDatabase);

    internal override TrialStore Open(StoreAccess access = StoreAccess.Write, StoreSchema? schema = null) => Open(_database.Value, access, TimeProvider.System, schema);

    [Fact]
    public void It_is_found_beside_the_program_in_a_context_of_its_own()
    {
        server.Require();
        using (Open())
        {
            var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(static a => a.GetName().Name is "Npgsql" or "Axfl.Store.PostgreSql").ToList();
            Assert.Equal(2, loaded.Count);
            Assert.All(loaded, static a => Assert.Equal("Axfl.Store.PostgreSql", System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(a)!.Name));
            Assert.All(loaded, static a => Assert.StartsWith(Path.Combine(AppContext.BaseDirectory, "adapters"), a.Location, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void It_has_the_columns_of_the_page()
    {
        Open().Dispose();
        Assert.Equal(
            "alarm: at, trial, kept_hash, other_hash, worker, version; bars: dataset, piece, bars; chunk: key, sweep, first, last, digest, tries, worker, done_at; "
            + "dataset: key, symbols, interval, since, until, bars, sources, made_at; schema: version; "
            + "sweep: name, dataset, definition, definition_hash, version, made_at, holdout_opened_at; sweep_trial: sweep, number, key, parameters; "
            + "trial: key, dataset, plan_hash, state, error, metrics, ledger_hash, trades, wall_ms, version, worker, done_at; trial_days: trial, days, r; trial_trades: trial, trades; "
            + "tried: dataset, plan_hash, first_at; walk_forward: sweep, definition_hash, report, made_at",
            server.Sql(_database.Value, """
                select string_agg(c, '; ' order by c) from (select table_name || ': ' || string_agg(column_name, ', ' order by ordinal_position) c from information_schema.columns
                where table_schema = 'public' group by table_name) t
                """));
    }

    [Fact]
    public async Task Several_processes_write_the_same_rows_and_each_is_there_once()
    {
        server.Require();
        using (var store = Open()) store.Begin(Sweep(), Dataset(), Plan(60));
        var alarms = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            using var store = Open();
            var rows = Enumerable.Range(1, 60).Select(static i => Row(i)).OrderBy(r => (worker % 2 == 0 ? 1 : -1) * r.DoneAt.Ticks);
            return rows.Chunk(7).Sum(batch => store.Write(batch).Count);
        })));
        Assert.Equal([0, 0, 0, 0], alarms);
        Assert.Equal("60", server.Sql(_database.Value, "select count(*) from trial"));
        Assert.Equal("60", server.Sql(_database.Value, "select count(*) from tried"));
    }

    [Fact]
    public void A_connection_that_the_server_ended_comes_back_and_nothing_is_lost()
    {
        using var store = Open();
        var said = new List<string>();
        store.Notice = said.Add;
        store.Begin(Sweep(), Dataset(), Plan(2));
        store.Write([Row(1)]);
        server.Sql(_database.Value, "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'axfl' and datname = current_database()");
        Assert.Empty(store.Write([Row(2)]));
        Assert.Equal(2, store.Find(["k1", "k2"]).Count);
        Assert.Equal(2, said.Count);
        Assert.Matches("^The connection to PostgreSQL database t[0-9]+ on 127.0.0.1:[0-9]+ was lost; it is tried again for 10 minutes.$", said[0]);
        Assert.EndsWith("is back.", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_stays_away_is_tried_for_ten_minutes_with_growing_pauses_and_is_then_an_error()
    {
        server.Require();
        var time = new SkippedWaits();
        using var store = Open(_database.Value, StoreAccess.Write, time, null);
        server.Stop();
        try
        {
            var error = Assert.Throws<AxflException>(() => store.Write([Row(1)]));
            Assert.Equal(("StoreConnectionLost", ErrorKind.Output), (error.ErrorId, error.Kind));
            Assert.DoesNotContain(PostgreSqlServer.Password, error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            server.Start();
        }

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], time.Pauses.Take(8).Select(static p => p.TotalSeconds));
        Assert.InRange(time.Pauses.Sum(static p => p.TotalMinutes), 10, 10.5);
        Assert.Empty(store.Write([Row(1)]));
        Assert.Equal("1", server.Sql(_database.Value, "select count(*) from trial"));
    }

    [Theory]
    [InlineData("Password=" + PostgreSqlServer.Password, "Password=wrong-and-secret", "password authentication failed")]
    [InlineData("Database=t", "Database=nowhere", "does not exist")]
    public void A_server_that_refuses_is_an_error_without_the_password(string part, string instead, string why)
    {
        var connection = server.NewDatabase().Replace(part, instead, StringComparison.Ordinal);
        var error = Assert.Throws<AxflException>(() => Open(connection, StoreAccess.Write, TimeProvider.System, null));
        Assert.Equal(("StoreNotOpened", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_is_a_connection_string_too()
    {
        var database = server.NewDatabase().Split(';')[2]["Database=".Length..];
        using var store = Open($"postgresql://axfl:{PostgreSqlServer.Password}@127.0.0.1:{server.Port}/{database}?application_name=mine", StoreAccess.Write, TimeProvider.System, null);
        Assert.Equal(FormattableString.Invariant($"PostgreSQL database {database} on 127.0.0.1:{server.Port}"), store.Name);
    }

    [Fact]
    public void Before_an_older_store_is_moved_on_it_is_copied()
    {
        using (var store = Open()) store.Write([Row()]);
        Open(schema: new StoreSchema([.. StoreSchema.Current.Steps, static _ => "truncate \"trial_days\""])).Dispose();
        var copy = server.Sql(_database.Value, "select nspname from pg_namespace where nspname like 'axfl_v3_%'");
        Assert.Equal("1", server.Sql(_database.Value, $"select count(*) from {copy}.trial_days"));
        Assert.Equal("0", server.Sql(_database.Value, "select count(*) from trial_days"));
    }

    private static TrialStore Open(string connection, StoreAccess access, TimeProvider time, StoreSchema? schema) =>
        TrialStore.Open(StoreAdapters.PostgreSql(connection, static _ => null), access, time, schema);
}
