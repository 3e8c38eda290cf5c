using System.Globalization;
using Axfl.Contracts;
using Axfl.Reports.Numbers;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Tests.Numbers;

/// <summary>The definitions of the report.</summary>
public sealed class NumbersTests(YearRun year) : IClassFixture<YearRun>
{
    private static Trade[] Of(params double[] rs) => [.. rs.Select((r, i) => MadeRun.Trade(i + 1, r, i * 10))];

    [Fact]
    public void Wilson_is_as_published()
    {
        var (low, high) = Intervals.Wilson(81, 263)!.Value;
        Assert.Equal((0.2553, 0.3662), (Math.Round(low, 4), Math.Round(high, 4)));
        Assert.Null(Intervals.Wilson(0, 0));
    }

    [Fact]
    public void Streaks_count_runs_and_say_when_they_are_no_chance()
    {
        var alternating = Streaks.Of(Of([.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1.0 : -1)]));
        Assert.Equal((20, 20, 40, 1, 1), (alternating.Wins, alternating.Others, alternating.Runs, alternating.LongestWinning, alternating.LongestLosing));
        Assert.Equal(19 / Math.Sqrt(20.0 * 19 / 39), alternating.Z!.Value, 9);
        Assert.True(Streaks.Of(Of([.. Enumerable.Range(0, 40).Select(i => i < 20 ? 1.0 : -1)])).Z < -1.96);
        Assert.Null(Streaks.Of(Of(1, -1)).Z);
        Assert.Null(Streaks.Of(Of([.. Enumerable.Repeat(1.0, 40)])).Z);
    }

    [Fact]
    public void The_losing_run_by_chance_is_that_of_coin_tosses()
    {
        Assert.Equal(Math.Log2(50), Streaks.Of(Of([.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 1.0 : -1)])).ByChance!.Value, 9);
        Assert.Null(Streaks.Of(Of(-1, -1)).ByChance);
    }

    [Fact]
    public void A_trade_of_nothing_ends_a_losing_run_and_wins_nothing() => Assert.Equal(1, Streaks.Of(Of(-1, 0, -1)).LongestLosing);

    [Fact]
    public void Drawdowns_are_told_with_their_times()
    {
        var trades = Of(1, -1, -1, 2, -0.5, 1);
        var found = Drawdown.Of(trades);
        Assert.Equal([2, 0.5], found.Select(d => d.R));
        Assert.Equal((Time(0), Time(2), Time(3)), (found[0].From, found[0].Deepest, found[0].Recovered));
        Assert.Equal(30.0 / 1440, found[0].Days, 9);
        Assert.Null(Drawdown.Of(Of(-1))[0].From);
        Assert.Null(Drawdown.Of(Of(-1))[0].Recovered);

        long Time(int i) => EventTime.FromDateTime(trades[i].ExitTime);
    }

    [Fact]
    public void Heat_is_the_share_of_winners_that_were_down_first()
    {
        Trade[] trades = [MadeRun.Trade(1, 1) with { MaeR = -0.5 }, MadeRun.Trade(2, 1) with { MaeR = -0.2 }, MadeRun.Trade(3, -1)];
        Assert.Equal([0.5, 0.5, 0.0], Heat.Of(trades).Select(h => h.Share!.Value));
        Assert.Null(Heat.Of(Of(-1))[0].Share);
    }

    [Fact]
    public void Gross_is_net_and_costs_over_the_initial_risk()
    {
        var made = GrossToNet.Of(Of(1, -1))!;
        Assert.Equal(0.02, made.Gross, 12);
        Assert.Equal((0.008, 0.012, 0.0), (made.Spread!.Value, made.Slippage!.Value, made.Commission!.Value));
        Assert.Null(GrossToNet.Of([MadeRun.Trade(1, 1) with { Risk = null }]));
    }

    [Fact]
    public void Bins_are_a_quarter_of_R_and_open_at_their_ends()
    {
        var bins = Bin.Of(Of(-2.5, -2, -0.25, 0, 1.99, 2, 7));
        Assert.Equal([null, -2, -0.25, 0, 1.75, 2], bins.Select(b => b.From));
        Assert.Equal([1, 1, 1, 1, 1, 2], bins.Select(b => b.Trades));
        Assert.Equal(-2, bins[0].To);
        Assert.Null(bins[^1].To);
    }

    [Fact]
    public void Groups_of_names_come_in_one_order_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
            Assert.Equal(["B", "a", "\u00e4", "\u2028"], TradeGroup.By([MadeRun.Trade(1, 1, strategy: "a"), MadeRun.Trade(2, 1, strategy: "\u2028"), MadeRun.Trade(3, 1, strategy: "B"), MadeRun.Trade(4, 1, strategy: "\u00e4")], t => t.Strategy).Select(g => g.Label));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_sum_that_is_nothing_but_rounding_neither_saved_nor_cost() => Assert.Equal("neither", new ShadowSum(40, 30, 0, 10, 1e-15, 20).Verdict);

    [Fact]
    public void Resampling_is_the_same_each_time_and_encloses_the_run()
    {
        var x = year.Content.Resampling!;
        var again = Resampling.Of(year.Content.Run.Trades, year.Content.Run.TradeDays, year.Content.Days, year.Content.Seed)!;
        Assert.Equal(x.End, again.End);
        Assert.Equal(year.Content.Days.Count, x.At[^1]);
        Assert.Equal(year.Content.Run.Trades.Sum(t => t.R), x.Run[^1], 6);
        for (var k = 0; k < x.At.Count; k++)
            for (var b = 1; b < x.Bands.Count; b++) Assert.True(x.Bands[b][k] >= x.Bands[b - 1][k]);
        Assert.InRange(x.Run[^1], x.End[0], x.End[2]);
        Assert.InRange(year.Content.Totals.AverageR!.Value, x.Expectancy!.Value.Low, x.Expectancy.Value.High);
        Assert.NotEqual(x.End, Resampling.Of(year.Content.Run.Trades, year.Content.Run.TradeDays, year.Content.Days, "0123456789abcdef")!.End);
    }

    [Fact]
    public void Nineteen_days_and_no_seed_are_not_resampled()
    {
        var (trades, days) = (Of(1, -1), Enumerable.Range(20_000, 20).ToArray());
        Assert.Null(Resampling.Of(trades, [20_000, 20_001], days[..19], "aa"));
        Assert.Null(Resampling.Of(trades, [20_000, 20_001], days, null));
        Assert.NotNull(Resampling.Of(trades, [20_000, 20_001], days, "aa"));
    }

    [Fact]
    public void A_gate_saved_or_cost_from_thirty_results_on()
    {
        Assert.Equal("too few to tell", new ShadowSum(40, 29, 0, 10, -5, 20).Verdict);
        Assert.Equal("saved", new ShadowSum(40, 30, 0, 10, -5, 20).Verdict);
        Assert.Equal("cost", new ShadowSum(40, 30, 0, 10, 5, 20).Verdict);
        Assert.Equal(1.959964 * Math.Sqrt((10 - 1 / 4.0) / 3 / 4), new ShadowSum(4, 4, 0, 2, 1, 10).HalfInterval!.Value, 12);
    }

    [Fact]
    public void Trading_days_without_bars_are_those_of_the_market_and_of_exits()
    {
        var withBars = year.Content.Days;
        var without = TradingDays.Of(year.Content.Run, null);
        Assert.Equal(withBars, without);
    }

    [Fact]
    public void The_columns_give_the_metrics_of_the_runtime_for_each_filter()
    {
        var columns = year.Report.Columns("trades");
        var run = year.Content.Run;
        (string Name, Func<int, bool> Takes, Func<Trade, bool> Same)[] filters =
        [
            ("all", _ => true, _ => true), ("orb", i => columns["strategy"][i] == 1, t => t.Strategy == "orb"), ("XAUUSD", i => columns["symbol"][i] == 2, t => t.Symbol == "XAUUSD"),
            ("long", i => columns["side"][i] == 1, t => t.Side == "long"), ("March", i => columns["day"][i] is >= 20148 and < 20179, t => t.ExitTime is { Month: 3 }),
        ];
        foreach (var (name, takes, same) in filters)
        {
            var expected = TradeMetrics.Compute([.. run.Trades.Where(same)], 100_000, null);
            var taken = Enumerable.Range(0, run.Trades.Count).Where(takes).Select(i => Back(columns, i)).ToArray();
            var found = TradeMetrics.Compute(taken, 100_000, null);
            Assert.True(expected.Trades > 20, name);
            Assert.Equal(expected with { Breakdown = [] }, found with { Breakdown = [] });
        }
    }

    private static Trade Back(Dictionary<string, double?[]> c, int i) => MadeRun.Trade((int)c["id"][i]!.Value, 0) with
    {
        EntryTime = DateTime.UnixEpoch.AddSeconds(c["entry_time"][i]!.Value), ExitTime = DateTime.UnixEpoch.AddSeconds(c["exit_time"][i]!.Value), R = c["r"][i]!.Value / 1e4, Pnl = c["pnl"][i]!.Value / 100,
        Costs = c["costs"][i]!.Value / 100, MaeR = c["mae"][i]!.Value / 1e4, MfeR = c["mfe"][i]!.Value / 1e4, CostSpread = c["cost_spread"][i]!.Value / 100, CostSlippage = c["cost_slippage"][i]!.Value / 100,
        CostCommission = c["cost_commission"][i]!.Value / 100, Risk = c["risk"][i]!.Value / 100,
    };
}
