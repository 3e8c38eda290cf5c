using Axfl.Contracts;
using Axfl.Research.Store;
using static Axfl.Research.Tests.Store.StoreRows;

namespace Axfl.Research.Tests.Store;

/// <summary>What every store does, whatever database holds it.</summary>
public abstract class StoreContract
{
    internal abstract TrialStore Open(StoreAccess access = StoreAccess.Write, StoreSchema? schema = null);

    [Fact]
    public void A_row_comes_back_with_its_numbers_to_the_last_bit_and_null_where_undefined()
    {
        using var store = Begun(1);
        Assert.Empty(store.Write([Row()]));
        var back = Assert.Single(store.Rows("s1"));
        Assert.Equal(Row() with { Days = null, R = null }, back.Row);
        Assert.Equal((1, "k1", """{"strategies.lsg.params.sweep_pips":1}"""), (back.Number, back.Key, back.Parameters));
        Assert.Null(back.Row!.Metrics!.Sharpe);
        Assert.Equal(BitConverter.DoubleToInt64Bits(1.0 / 3), BitConverter.DoubleToInt64Bits(back.Row.Metrics.MaxDrawdownR!.Value));
        var (days, r) = store.Days("k1")!.Value;
        Assert.Equal([20_000, 20_001], days);
        Assert.Equal([0.1, -1e-17], r);
    }

    [Fact]
    public void A_data_set_comes_back_with_its_days()
    {
        using var store = Begun(1);
        var back = store.Dataset("d1")!;
        Assert.Equal(Dataset() with { Symbols = back.Symbols, Sources = back.Sources, Days = back.Days }, back);
        Assert.Equal((Dataset().Symbols, Dataset().Sources, Dataset().Days), (back.Symbols, back.Sources, back.Days), (a, b) => a.Symbols.SequenceEqual(b.Symbols) && a.Sources.SequenceEqual(b.Sources) && a.Days.SequenceEqual(b.Days));
    }

    [Fact]
    public void Trials_and_trades_are_kept_beyond_the_process()
    {
        using (var store = Begun(2)) store.Write([Row() with { TradesCsv = [1, 2, 255] }]);
        using var again = Open(StoreAccess.Read);
        Assert.Equal([1, 2, 255], again.Trades("k1"));
        Assert.Null(again.Trades("k2"));
        Assert.Null(again.Days("k2"));
        Assert.Equal([true, false], again.Rows("s1").Select(static t => t.Row is not null));
    }

    [Fact]
    public void What_is_done_or_failed_is_found_by_key_whichever_sweep_asks_but_not_what_took_too_long()
    {
        using var store = Begun(3);
        store.Write([Row(1), Failed(2, "orb on EURUSD: no price"), Failed(3, "timeout after 30 s")]);
        var found = store.Find(["k1", "k2", "k3", "k4"]);
        Assert.Equal(["k1", "k2"], found.Keys.Order());
        Assert.Equal("orb on EURUSD: no price", found["k2"].Error);
    }

    [Fact]
    public void A_trial_that_took_too_long_is_replaced_by_a_result()
    {
        using var store = Begun(1);
        store.Write([Failed(1, "timeout after 30 s")]);
        Assert.Empty(store.Write([Row()]));
        Assert.Equal(TrialRow.Done, store.Find(["k1"])["k1"].State);
        Assert.NotNull(store.Days("k1"));
        Assert.Empty(store.Write([Failed(1, "timeout after 30 s")]));
        Assert.Equal(TrialRow.Done, store.Find(["k1"])["k1"].State);
    }

    [Fact]
    public void An_equal_second_result_is_dropped()
    {
        using var store = Begun(1);
        store.Write([Row()]);
        Assert.Empty(store.Write([Row() with { WallMs = 99, Worker = "elsewhere" }]));
        Assert.Equal("here", store.Find(["k1"])["k1"].Worker);
        Assert.Empty(store.Alarms());
    }

    [Fact]
    public void Of_two_different_results_the_first_is_kept_and_the_second_goes_to_alarm()
    {
        using var store = Begun(3);
        store.Write([Row(1), Row(2), Row(3)]);
        var alarms = store.Write(
        [
            Row(1) with { LedgerHash = "other", Worker = "elsewhere", Version = "1.0 tz2027a" }, Row(2) with { Metrics = Row(2).Metrics! with { TotalR = 0.1 + 1e-16 } }, Failed(3, "no price"),
        ]);
        Assert.Equal(["k1", "k2", "k3"], alarms.Select(static a => a.Trial));
        Assert.Equal(("h1", "other", "elsewhere", "1.0 tz2027a"), (alarms[0].KeptHash, alarms[0].OtherHash, alarms[0].Worker, alarms[0].Version));
        Assert.Equal(("h3", null), (alarms[2].KeptHash, alarms[2].OtherHash));
        Assert.Equal("h1", store.Find(["k1"])["k1"].LedgerHash);
        Assert.Equal(alarms.Select(static a => a.Trial), store.Alarms().Select(static a => a.Trial));
    }

    [Fact]
    public void A_batch_that_fails_leaves_nothing_behind()
    {
        using var store = Begun(2);
        Assert.ThrowsAny<Exception>(() => store.Write([Row(1), Row(2) with { Worker = null! }]));
        Assert.Empty(store.Find(["k1", "k2"]));
        Assert.Equal(0, store.CountTried("d1"));
    }

    [Fact]
    public void Plans_tried_are_counted_once_on_all_data_sets_that_share_a_symbol_and_a_day()
    {
        using var store = Begun(3);
        store.Begin(Sweep("train", "d2"), Dataset("d2", since: 90, days: 30), Plan(3, "t"));
        store.Begin(Sweep("later", "d3"), Dataset("d3", since: 100, days: 30), Plan(3, "l"));
        store.Begin(Sweep("other", "d4"), Dataset("d4", "GBPUSD"), Plan(3, "o"));
        store.Write([Row(1), Failed(2, "no price"), Row(1, "d2", "t"), Row(3, "d2", "t"), Row(4, "d3", "l"), Row(5, "d4", "o")]);
        Assert.Equal(3, store.CountTried("d1"));
        Assert.Equal(4, store.CountTried("d2"));
        Assert.Equal(3, store.CountTried("d3"));
        Assert.Equal(1, store.CountTried("d4"));
        Assert.Equal(0, store.CountTried("unknown"));
        Assert.True(store.Tried("d1", "p2"));
        Assert.False(store.Tried("d1", "p3"));
    }

    [Fact]
    public void A_removed_sweep_still_counts_what_it_tried_and_leaves_rows_that_others_have()
    {
        using var store = Begun(3);
        store.Begin(Sweep("s2"), Dataset(), [Plan(3)[2]]);
        store.Write([Row(1) with { TradesCsv = [1] }, Row(2), Row(3)]);
        Assert.Equal((3, 2), store.Remove("s1"));
        Assert.Equal(["k3"], store.Find(["k1", "k2", "k3"]).Keys);
        Assert.Null(store.Days("k1"));
        Assert.Null(store.Trades("k1"));
        Assert.Equal(3, store.CountTried("d1"));
        Assert.Equal(["s2"], store.Sweeps().Select(static s => s.Sweep.Name));
    }

    [Fact]
    public void A_sweep_that_is_not_there_cannot_be_removed_and_the_nearest_is_named()
    {
        using var store = Begun(1);
        var error = Assert.Throws<AxflException>(() => store.Remove("s2"));
        Assert.Equal(("SweepNotFound", ErrorKind.Data), (error.ErrorId, error.Kind));
        Assert.Contains("'s1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweeps_say_how_far_they_are()
    {
        using var store = Begun(4);
        store.Write([Row(1), Row(2), Failed(3, "no price")]);
        var state = Assert.Single(store.Sweeps());
        Assert.Equal((4, 2, 1), (state.Trials, state.Done, state.Failed));
        Assert.Equal((Noon.AddMinutes(1), Noon.AddMinutes(3), 37.5), (state.FirstAt, state.LastAt, state.WallMs));
        Assert.Equal(("here", "1.0 tz2026a", 3), Assert.Single(store.Workers()));
    }

    [Fact]
    public void Beginning_the_same_sweep_again_changes_nothing()
    {
        using var store = Begun(2);
        store.Write([Row()]);
        store.Begin(Sweep() with { MadeAt = Noon.AddDays(1) }, Dataset() with { MadeAt = Noon.AddDays(1) }, Plan(2));
        Assert.Equal(Sweep(), store.Sweep("s1"));
        Assert.Equal(2, store.Rows("s1").Count);
    }

    [Fact]
    public void The_same_name_with_another_definition_is_refused_and_the_keys_are_named()
    {
        using var store = Begun(1, """{"method":"grid","objective":{"by":"total_r","min_trades":1},"seed":1}""");
        var error = Assert.Throws<AxflException>(() => store.Begin(Sweep(definition: """{"method":"grid","objective":{"by":"sqn","min_trades":1},"keep":"days"}"""), Dataset(), Plan(1)));
        Assert.Equal("SweepDefinitionDiffers", error.ErrorId);
        Assert.EndsWith("differs: objective.by, seed, keep.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_sweep_on_other_bars_is_refused_with_both_data_sets_unless_it_is_appended()
    {
        using var store = Begun(1);
        store.Write([Row()]);
        var error = Assert.Throws<AxflException>(() => store.Begin(Sweep(dataset: "d2"), Dataset("d2"), Plan(1, "n")));
        Assert.Equal("SweepDataDiffers", error.ErrorId);
        Assert.Contains("d2 now, d1 then", error.Message, StringComparison.Ordinal);
        Assert.Null(store.Dataset("d2"));
        store.Begin(Sweep(dataset: "d2"), Dataset("d2"), [new(2, "n2", "{}")], append: true);
        Assert.Equal("d2", store.Sweep("s1")!.Dataset);
        Assert.Equal(["k1", "n2"], store.Rows("s1").Select(static t => t.Key));
    }

    [Fact]
    public void An_opened_holdout_stays_opened_also_when_the_sweep_is_removed_and_made_again()
    {
        using var store = Begun(2);
        store.OpenHoldout("s1", Dataset("h", since: 100), [new(2, "x2", "{}")], [Row(2, "h", "x")]);
        var opened = store.Sweep("s1")!;
        Assert.Equal(1, opened.HoldoutTrials);
        Assert.NotNull(opened.HoldoutOpenedAt);
        Assert.Equal("x2", Assert.Single(store.Holdout("s1")).Row!.Key);
        Assert.Equal(["s1"], store.Sweeps().Select(static s => s.Sweep.Name));
        Assert.Equal(1, store.Sweeps()[0].Sweep.HoldoutTrials);
        store.Remove("s1");
        store.Begin(Sweep(), Dataset(), Plan(2));
        Assert.Equal(opened.HoldoutOpenedAt, store.Sweep("s1")!.HoldoutOpenedAt);
        Assert.Equal(1, store.Sweep("s1")!.HoldoutTrials);
    }

    [Fact]
    public void Bars_of_one_key_with_other_trading_days_are_refused()
    {
        using var store = Begun(1);
        var error = Assert.Throws<AxflException>(() => store.Begin(Sweep("s2"), Dataset(days: 90), Plan(1)));
        Assert.Equal("DatasetDiffers", error.ErrorId);
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused()
    {
        Open(schema: new StoreSchema([.. Tables, static _ => "select 1"])).Dispose();
        var error = Assert.Throws<AxflException>(() => Open());
        Assert.Equal("StoreNewer", error.ErrorId);
        Assert.Contains("version 4", error.Message, StringComparison.Ordinal);
        Assert.Equal("StoreNewer", Assert.Throws<AxflException>(() => Open(StoreAccess.Read)).ErrorId);
    }

    [Fact]
    public void An_older_store_is_moved_on_also_when_it_is_opened_to_be_read()
    {
        using (var store = Begun(1)) store.Write([Row()]);
        using var moved = Open(StoreAccess.Read, new StoreSchema([.. Tables, static d => $"""alter table "trial" add column "more" {d.Whole}"""]));
        Assert.Equal("h1", moved.Find(["k1"])["k1"].LedgerHash);
        Assert.Equal("StoreNewer", Assert.Throws<AxflException>(() => Open(StoreAccess.Read)).ErrorId);
    }

    [Fact]
    public void A_store_without_a_table_of_bars_gets_one_and_keeps_what_it_has()
    {
        using (var old = Open(schema: new StoreSchema(Tables[0])))
        {
            old.Begin(Sweep(), Dataset(), Plan(1));
            old.Write([Row()]);
        }

        using var moved = Open();
        Assert.Equal("h1", moved.Find(["k1"])["k1"].LedgerHash);
        moved.ShareBars("d", [[4]]);
        moved.ShareBars("d", [[1, 2], [3]]);
        Assert.Equal([[1, 2], [3]], moved.SharedBars("d"));
        Assert.Empty(moved.SharedBars("other"));
    }

    [Fact]
    public void The_last_walk_forward_of_a_sweep_is_kept_until_the_sweep_is_removed()
    {
        using var store = Begun(1);
        Assert.Null(store.WalkForward("s1"));
        object?[] windows = ["07:00", 2d, true, null];
        store.Keep("d1", new WalkForwardReport { Sweep = "s1", Text = "first" });
        store.Keep("d2", new WalkForwardReport { Sweep = "s1", Text = "second", Psr = double.Epsilon, Windows = [new() { Window = 1, TrainUntil = Noon, TestSince = Noon, TestUntil = Noon.AddDays(1), Parameters = new Dictionary<string, object?> { ["a.b"] = windows, ["c"] = 0.1 } }] });
        var kept = store.WalkForward("s1")!;
        Assert.Equal(("d2", "second", double.Epsilon), (kept.DefinitionHash, kept.Report.Text, kept.Report.Psr!.Value));
        Assert.Equal(["""["07:00",2,true,null]""", "0.1"], kept.Report.Windows[0].Parameters.Values.Select(static v => v!.ToString()!));
        store.Remove("s1");
        Assert.Null(store.WalkForward("s1"));
    }

    [Fact]
    public void A_step_to_a_newer_version_that_fails_changes_nothing()
    {
        using (var store = Begun(1)) store.Write([Row()]);
        Assert.Throws<AxflException>(() => Open(schema: new StoreSchema([.. Tables, static d => """drop table "trial_days"; alter table "nothing" add column "more" text"""])));
        using var kept = Open();
        Assert.NotNull(kept.Days("k1"));
    }

    [Fact]
    public async Task Threads_share_a_store()
    {
        using var store = Begun(40);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(() =>
        {
            for (var i = 1; i <= 40; i++) store.Write([Row(i)]);
        })));
        Assert.Equal(40, store.Rows("s1").Count(static t => t.Row is not null));
        Assert.Empty(store.Alarms());
    }

    private static readonly IReadOnlyList<Func<StoreDialect, string>> Tables = StoreSchema.Current.Steps;

    private TrialStore Begun(int trials, string definition = """{"method":"grid"}""")
    {
        var store = Open();
        store.Begin(Sweep(definition: definition), Dataset(), Plan(trials));
        return store;
    }
}
