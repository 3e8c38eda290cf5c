using Axfl.Contracts;
using Axfl.Research.Measures;
using Axfl.Research.Store;
using Axfl.Research.Tests.Store;
using Microsoft.Data.Sqlite;

namespace Axfl.Research.Tests.Measures;

/// <summary>Stores that something else changed: whoever reads a sweep is told which table and whose row it is.</summary>
public sealed class DamagedSweepTests : IDisposable
{
    private const string Grid = """{"axes":{},"method":"grid","objective":{"by":"mean_day_r","direction":"max","min_trades":2},"seed":7}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-damaged").FullName;

    private string Path => System.IO.Path.Combine(_folder, "sweeps.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("delete from dataset", "table dataset, sweep 's1'", "is missing")]
    [InlineData("update dataset set sources='null'", "table dataset, data set d1 of sweep 's1'", "it has no sources")]
    [InlineData("update dataset set sources='{}'", "table dataset, data set d1 of sweep 's1'", "it has no")]
    [InlineData("""update dataset set sources='{"Read":["x"],"Days":[1]}'""", "table dataset, data set d1 of sweep 's1'", "")]
    [InlineData("""update dataset set sources='{"read":["x"],"days":[5,3,4,1]}'""", "table dataset, data set d1 of sweep 's1'", "its days are not in order")]
    [InlineData("""update dataset set sources='{"read":["x"],"days":[5,2000000000]}'""", "table dataset, data set d1 of sweep 's1'", "its days are not in order")]
    [InlineData("""update dataset set sources='{"read":[null],"days":[5,3]}'""", "table dataset, data set d1 of sweep 's1'", "its sources are empty")]
    [InlineData("update dataset set symbols='null'", "table dataset, data set d1 of sweep 's1'", "it has no symbols")]
    [InlineData("update dataset set symbols='[null]'", "table dataset, data set d1 of sweep 's1'", "its symbols are empty")]
    [InlineData("update dataset set symbols='{'", "table dataset, data set d1 of sweep 's1'", "")]
    [InlineData("update dataset set since='never'", "table dataset, data set d1 of sweep 's1'", "")]
    public void A_data_set_that_was_lost_or_changed_is_damage_for_every_reader(string change, string where, string why)
    {
        Fill();
        Edit(change);
        foreach (var read in new Action<ISweepStore>[] { Measure, Best, List }) Damaged(read, where, why);
    }

    [Theory]
    [InlineData("update sweep_trial set parameters='[[' where number=2", "table sweep_trial, trial 2 of sweep 's1'")]
    [InlineData("update sweep_trial set parameters='[]' where number=2", "table sweep_trial, trial 2 of sweep 's1'")]
    [InlineData("update sweep_trial set parameters='null' where number=2", "table sweep_trial, trial 2 of sweep 's1'")]
    [InlineData("""update sweep_trial set parameters='{"a":1e999}' where number=2""", "table sweep_trial, trial 2 of sweep 's1'")]
    [InlineData("""update sweep_trial set parameters='{"a":1,"a":2}' where number=2""", "table sweep_trial, trial 2 of sweep 's1'")]
    [InlineData("update trial set metrics='{' where key='k3'", "table trial, trial 3 of sweep 's1'")]
    [InlineData("update trial set metrics='{}' where key='k3'", "table trial, trial 3 of sweep 's1'")]
    [InlineData("update trial set metrics='null' where key='k3'", "table trial, trial 3 of sweep 's1'")]
    [InlineData("update trial set metrics=null where key='k3'", "table trial, trial 3 of sweep 's1'")]
    [InlineData("update trial set done_at='never' where key='k3'", "table trial, trial 3 of sweep 's1'")]
    public void A_trial_that_was_changed_is_damage_for_those_who_read_trials(string change, string where)
    {
        Fill();
        Edit(change);
        foreach (var read in new Action<ISweepStore>[] { Measure, Best, Trials }) Damaged(read, where);
    }

    [Theory]
    [InlineData("update sweep set definition='{'")]
    [InlineData("update sweep set definition='{}'")]
    [InlineData("update sweep set definition='[]'")]
    [InlineData("update sweep set definition='null'")]
    [InlineData("""update sweep set definition=replace(definition, '"min_trades":2', '"min_trades":0')""")]
    [InlineData("update sweep set definition_hash='other'")]
    public void A_definition_that_is_not_the_one_of_its_hash_is_damage(string change)
    {
        Fill();
        Edit(change);
        foreach (var read in new Action<ISweepStore>[] { Measure, Best }) Damaged(read, "table sweep, sweep 's1'");
        List(Reader);
    }

    [Theory]
    [InlineData("update trial_days set r=substr(r,1,8) where trial='k3'", "it has not one R for each day")]
    [InlineData("update trial_days set days=substr(days,1,6) where trial='k3'", "it has not one R for each day")]
    [InlineData("update trial_days set r=x'000000000000f87f000000000000f87f' where trial='k3'", "an R of a day is not finite")]
    [InlineData("update trial_days set days=x'0000000001000000' where trial='k3'", "which is no trading day of its bars")]
    public void Days_of_a_trial_that_were_changed_are_damage(string change, string why)
    {
        Fill();
        Edit(change);
        Damaged(Measure, "table trial_days, trial 3 of sweep 's1'", why);
    }

    [Theory]
    [InlineData("'{}'")]
    [InlineData("'null'")]
    [InlineData("'[]'")]
    [InlineData("'{bad'")]
    [InlineData("""replace(report, '"sweep":"s1"', '"sweep":"s2"')""")]
    [InlineData("""replace(report, '"windows":[{', '"windows":[null,{')""")]
    [InlineData("""replace(report, '"test_until"', '"then"')""")]
    [InlineData("""replace(report, '"test_total_r":1.5', '"test_total_r":1e999')""")]
    public void A_walk_forward_that_was_changed_is_damage(string report)
    {
        Fill();
        Edit($"update walk_forward set report={report}");
        Damaged(Measure, "table walk_forward, sweep 's1'");
    }

    [Fact]
    public void A_sound_store_reads_without_a_complaint()
    {
        Fill();
        foreach (var read in new Action<ISweepStore>[] { Measure, Best, Trials, List }) read(Reader);
    }

    [Theory]
    [InlineData("delete from tried", 5)]
    [InlineData("delete from tried where plan_hash='p1'", 5)]
    [InlineData("insert into tried values ('d1', 'more', '2026-01-01T00:00:00.000Z')", 6)]
    public void At_least_the_plans_of_its_own_rows_were_tried(string change, int tried)
    {
        Fill();
        Edit(change);
        Assert.Equal(tried, Reader.Measure(Request, "s1", null, CancellationToken.None).TriedEver);
        Assert.Equal(tried, Assert.Single(Reader.List(Request)).TriedEver);
        Assert.All(Reader.Trials(Request, "s1", new SweepTrialFilter { Best = 2 }), t => Assert.Equal(tried, t.TriedEver));
    }

    private ISweepStore Reader => SweepStores.Create(TimeProvider.System, static _ => null);

    private SweepStoreRequest Request => new() { Store = Path, WorkingDirectory = _folder };

    private void Measure(ISweepStore store) => store.Measure(Request, "s1", null, CancellationToken.None);

    private void Best(ISweepStore store) => store.Trials(Request, "s1", new SweepTrialFilter { Best = 2 });

    private void Trials(ISweepStore store) => store.Trials(Request, "s1", new SweepTrialFilter());

    private void List(ISweepStore store) => store.List(Request);

    private void Damaged(Action<ISweepStore> read, params string[] parts)
    {
        var error = Assert.ThrowsAny<AxflException>(() => read(Reader));
        Assert.Equal(("StoreDamaged", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.All(parts.Prepend(Path), part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    private void Fill()
    {
        using var store = TrialStore.Open(new SqliteDialect(Path), StoreAccess.Write, TimeProvider.System);
        store.Begin(StoreRows.Sweep(definition: Grid), StoreRows.Dataset(), StoreRows.Plan(5));
        store.Write([.. Enumerable.Range(1, 5).Select(i => StoreRows.Row(i, r: i / 10.0))]);
        store.Keep("h", new WalkForwardReport
        {
            Sweep = "s1", Choose = "plateau", Text = "Weak.",
            Windows =
            [
                new() { Window = 1, TrainSince = StoreRows.Noon, TrainUntil = StoreRows.Noon.AddDays(9), TestSince = StoreRows.Noon.AddDays(10), TestUntil = StoreRows.Noon.AddDays(12), TestTotalR = 1.5 },
            ],
        });
    }

    private void Edit(string change)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = change;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
