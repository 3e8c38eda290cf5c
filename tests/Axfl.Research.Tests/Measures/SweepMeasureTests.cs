using Axfl.Contracts;
using Axfl.Research.Measures;
using Axfl.Research.Statistics;
using Axfl.Research.Store;
using Axfl.Research.Tests.Store;

namespace Axfl.Research.Tests.Measures;

/// <summary>Statistics and verdict of a sweep of a store.</summary>
public sealed class SweepMeasureTests : IDisposable
{
    private const string Grid = """{"axes":{},"method":"grid","objective":{"by":"mean_day_r","direction":"max","min_trades":10},"seed":7}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-measure").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_figure_is_that_of_its_formula_over_the_stored_days()
    {
        var series = Matrices.Normal(3, 12, 200, 0.3, static k => k == 4 ? 0.3 : 0.05);
        using var store = Filled(series);
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((12, 12, 0, 0, 12, 200, 12), (m.Trials, m.Done, m.Failed, m.Left, m.Measured, m.Days, m.TriedEver));
        var best = m.Best!;
        Assert.Equal(5, best.Trial);
        var own = Moments.Of(series[4]);
        Assert.Equal(own.Sharpe, best.DaySharpe!.Value, 9);
        Assert.Equal(SharpeTests.Probabilistic(own.Sharpe, 200, own.Skewness, own.Kurtosis, 0), best.Psr!.Value, 9);
        Assert.Equal(SharpeTests.MinDays(own.Sharpe, own.Skewness, own.Kurtosis)!.Value, best.MinDays!.Value, 6);
        var interval = MeanInterval.Of(series[4], "7");
        Assert.Equal((interval.Low, interval.High), (best.IntervalLow!.Value, best.IntervalHigh!.Value));
        var deviation = Moments.Of([.. series.Select(static s => Moments.Of(s).Sharpe)]).Deviation;
        Assert.Equal(deviation, m.SharpeDeviation!.Value, 9);
        Assert.Equal(SharpeTests.ExpectedBest(deviation, 12), m.ExpectedBest!.Value, 9);
        Assert.Equal(SharpeTests.Probabilistic(own.Sharpe, 200, own.Skewness, own.Kurtosis, m.ExpectedBest.Value), m.Deflated!.Value, 9);
        Assert.Equal(SharpeTests.EffectiveTrials(TrialCorrelation.Mean(series)!.Value, 12), m.EffectiveTrials!.Value, 9);
        var pbo = CrossValidation.Of(series)!;
        Assert.Equal((pbo.Pbo, pbo.LossShare, pbo.Slope), (m.Pbo, m.LossOutside, m.Slope));
        var spa = SuperiorAbility.Of(series, "7")!;
        Assert.Equal((spa.V, spa.Lower, spa.Consistent, spa.Upper), (m.SpaV!.Value, m.SpaLower!.Value, m.SpaConsistent!.Value, m.SpaUpper!.Value));
        Assert.Equal(Verdict.Of(m.Deflated, m.SpaConsistent, m.Recommended!.NeighboursAbove), m.Verdict);
        Assert.Equal(Verdict.Selection(m.Pbo), m.Selection);
        Assert.Contains("about these bars", m.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_sweep_measures_the_same_to_the_last_bit()
    {
        using var store = Filled(Matrices.Normal(3, 30, 200, 0.3, static _ => 0.1));
        var (a, b) = (SweepReading.Measure(store, "s1", null, CancellationToken.None), SweepReading.Measure(store, "s1", null, CancellationToken.None));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(a), System.Text.Json.JsonSerializer.Serialize(b));
    }

    [Fact]
    public void What_was_ever_tried_on_these_bars_deflates_the_best()
    {
        var series = Matrices.Normal(5, 10, 250, 0, static k => k == 2 ? 0.2 : 0);
        using var store = Filled(series);
        var before = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        store.Write([.. Enumerable.Range(1, 490).Select(static i => StoreRows.Row(i, prefix: "gone") with { PlanHash = "gone" + i })]);
        var after = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((10, 500), (before.TriedEver, after.TriedEver));
        Assert.True(after.ExpectedBest > before.ExpectedBest);
        Assert.True(after.Deflated < before.Deflated);
    }

    [Fact]
    public void The_trial_recommended_has_the_greatest_median_of_its_neighbours_and_the_edge_is_named()
    {
        double[][] grid = [[-10, -8, -5, -6], [-7, 4, 6, -2], [-5, 5, 8, -1], [-9, -3, 30, -12]];
        using var store = FilledGrid(grid);
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((15, 30.0), (m.Best!.Trial, m.Best.Objective));
        Assert.Equal((-1.0, 0.4, -12.0, 5), (m.Best.NeighbourMedian, m.Best.NeighboursAbove, m.Best.NeighbourWorst, m.Best.Neighbours));
        Assert.Equal(-1.0 / 30, m.Best.PlateauRatio!.Value, 12);
        Assert.Equal(["row"], m.AtEdge);
        // A corner: its neighbours are 8, -1 and 30.
        Assert.Equal((16, 8.0, 2.0 / 3), (m.Recommended!.Trial, m.Recommended.NeighbourMedian, m.Recommended.NeighboursAbove));
    }

    [Fact]
    public void Less_is_better_where_the_objective_says_so()
    {
        using var store = FilledGrid([[3, 1], [2, 4]], """{"method":"grid","objective":{"by":"max_drawdown_r","direction":"min","min_trades":0},"seed":1}""", static (row, v) => row with
        {
            Metrics = row.Metrics! with { MaxDrawdownR = v },
        });
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((2, 1.0, 4.0), (m.Best!.Trial, m.Best.Objective, m.Best.NeighbourWorst));
        Assert.Equal(0.0, m.Best.NeighboursAbove);
    }

    [Fact]
    public void Trials_with_too_few_trades_are_left_out_and_counted()
    {
        using var store = Filled(Matrices.Normal(3, 12, 200, 0, static _ => 0), edit: static (row, k) => k < 2 ? row with { Metrics = row.Metrics! with { Trades = 9 } } : row);
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((2, 10, 12, 12), (m.LeftOut, m.Measured, m.Done, m.TriedEver));
        Assert.NotNull(m.Verdict);
    }

    [Fact]
    public void Without_a_trial_with_enough_trades_the_verdict_is_too_few_trades_and_nothing_else()
    {
        using var store = Filled(Matrices.Normal(3, 3, 200, 0, static _ => 0), edit: static (row, _) => row with { Metrics = row.Metrics! with { Trades = 9 } });
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal(("too few trades", null, null, null), (m.Verdict, m.Best, m.Deflated, m.Pbo));
        Assert.Equal("Too few trades: of 3 trials none has 10 trades.", m.Text);
        Assert.Equal(3, m.LeftOut);
    }

    [Fact]
    public void Below_twenty_days_there_are_no_statistics_and_the_reason_is_given()
    {
        using var store = Filled(Matrices.Normal(3, 3, 19, 0, static _ => 0));
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((null, null, null, null, null), (m.Verdict, m.Deflated, m.Pbo, m.SpaConsistent, m.Best!.DaySharpe));
        Assert.Equal("19 trading days, fewer than 20", m.Undefined.Single(static u => u.Name == "Verdict").Reason);
        Assert.StartsWith("No verdict: 19 trading days, fewer than 20.", m.Text, StringComparison.Ordinal);
        Assert.NotNull(m.Best.NeighbourMedian);
    }

    [Fact]
    public void Below_eighty_days_there_is_no_probability_of_overfitting()
    {
        using var store = Filled(Matrices.Normal(3, 3, 79, 0, static _ => 0));
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((null, null), (m.Pbo, m.Selection));
        Assert.Equal("79 trading days, fewer than 80", m.Undefined.Single(static u => u.Name == "Pbo").Reason);
        Assert.NotNull(m.Deflated);
    }

    [Fact]
    public void One_trial_of_many_tried_is_not_judged_as_if_it_were_the_only_one()
    {
        using var store = Filled(Matrices.Normal(3, 1, 200, 0, static _ => 0.2));
        Assert.Equal(0, SweepReading.Measure(store, "s1", null, CancellationToken.None).ExpectedBest);
        store.Write([StoreRows.Row(99) with { PlanHash = "another" }]);
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((null, null), (m.Deflated, m.Verdict));
        Assert.Contains("2 plans were tried", m.Undefined.First(static u => u.Name == "Deflated").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_whose_days_are_all_equal_has_no_ratio_and_says_so()
    {
        using var store = Filled([new double[100], new double[100]]);
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal((null, null, null), (m.Best!.DaySharpe, m.Deflated, m.Verdict));
        Assert.Equal("all days have the same R", m.Undefined.Single(static u => u.Name == "Best.DaySharpe").Reason);
    }

    [Fact]
    public void A_sweep_that_kept_metrics_alone_has_no_statistics_and_says_why()
    {
        using var store = Filled(Matrices.Normal(3, 3, 200, 0, static _ => 0), edit: static (row, _) => row with { Days = null, R = null });
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Null(m.Verdict);
        Assert.Contains("keep: metrics", m.Text, StringComparison.Ordinal);
        Assert.NotNull(m.Best!.Objective);
    }

    [Fact]
    public void An_opened_holdout_is_said()
    {
        using var store = Filled(Matrices.Normal(3, 3, 200, 0, static _ => 0));
        store.OpenHoldout("s1", StoreRows.Dataset("h", since: 500), [new(2, "x2", "{}")], [StoreRows.Row(2, "h", "x")]);
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal(1, m.HoldoutTrials);
        Assert.Matches(@"Holdout opened on \d{4}-\d\d-\d\d for 1 trial\.", m.Text);
    }

    [Fact]
    public void A_series_is_zero_on_days_without_trades()
    {
        using var store = Open();
        store.Begin(StoreRows.Sweep(definition: Grid), Dataset(200), StoreRows.Plan(1));
        store.Write([StoreRows.Row() with { Days = [10_003, 10_100], R = [1, -2], Metrics = new TrialMetrics { Trades = 20, AverageR = -0.05, MeanDayR = -0.005 } }]);
        var m = SweepReading.Measure(store, "s1", null, CancellationToken.None);
        Assert.Equal(-1.0 / 200, m.Best!.MeanDayR!.Value, 12);
        store.Begin(StoreRows.Sweep("s2", definition: Grid), Dataset(200), [new(1, "bad", "{}")]);
        store.Write([StoreRows.Row() with { Key = "bad", Days = [9_999], R = [1], Metrics = new TrialMetrics { Trades = 20 } }]);
        var error = Assert.Throws<AxflException>(() => SweepReading.Measure(store, "s2", null, CancellationToken.None));
        Assert.Contains("no trading day", error.Message, StringComparison.Ordinal);
    }

    private TrialStore Filled(double[][] series, string definition = Grid, Func<TrialRow, int, TrialRow>? edit = null)
    {
        var store = Open();
        store.Begin(StoreRows.Sweep(definition: definition), Dataset(series[0].Length), StoreRows.Plan(series.Length));
        int[] days = [.. Enumerable.Range(10_000, series[0].Length)];
        store.Write([.. series.Select((r, k) =>
        {
            var row = StoreRows.Row(k + 1) with { Days = days, R = r, Metrics = new TrialMetrics { Trades = r.Length, TotalR = r.Sum(), AverageR = r.Average(), MeanDayR = r.Average() } };
            return edit?.Invoke(row, k) ?? row;
        })]);
        return store;
    }

    private TrialStore FilledGrid(double[][] grid, string? definition = null, Func<TrialRow, double, TrialRow>? edit = null)
    {
        var store = Open();
        var cells = grid.SelectMany(static (line, row) => line.Select((value, column) => (row, column, value))).ToList();
        store.Begin(StoreRows.Sweep(definition: definition ?? Grid), Dataset(100),
            [.. cells.Select(static (c, i) => new PlannedTrial(i + 1, "k" + (i + 1), FormattableString.Invariant($$"""{"row":{{c.row}},"column":{{c.column}}}""")))]);
        store.Write([.. cells.Select((c, i) =>
        {
            var row = StoreRows.Row(i + 1) with { Days = [10_000 + i], R = [c.value], Metrics = new TrialMetrics { Trades = 20, MeanDayR = c.value } };
            return edit?.Invoke(row, c.value) ?? row;
        })]);
        return store;
    }

    private static DatasetRow Dataset(int days) => StoreRows.Dataset() with { Days = [.. Enumerable.Range(10_000, days)] };

    private TrialStore Open() => TrialStore.Open(new SqliteDialect(Path.Combine(_folder, "sweeps.db")), StoreAccess.Write, TimeProvider.System);
}
