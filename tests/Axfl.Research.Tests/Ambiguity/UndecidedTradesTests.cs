using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Research.Ambiguity;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Ambiguity;

/// <summary>Which trades bars do not decide, and what they could have come to.</summary>
public class UndecidedTradesTests
{
    private static BoundedTrade Of(Scenario scenario) => Assert.Single(All(scenario));

    private static IReadOnlyList<BoundedTrade> All(Scenario scenario) =>
        UndecidedTrades.Of(scenario.Build(), scenario.Bars(), TestContext.Current.CancellationToken);

    private static void Undecided(BoundedTrade trade, double r, double worst, double best, params double[] bars)
    {
        Assert.Equal(bars.Select(Scenario.Time), trade.AmbiguousBars);
        Assert.Equal((r, worst, best), (Math.Round(trade.Trade.R, 9), Math.Round(trade.WorstR, 9), Math.Round(trade.BestR, 9)));
        Assert.Equal(trade.Trade.R, trade.AloneR, 9);
    }

    [Fact]
    public void A_bar_that_reaches_stop_loss_and_target_of_a_held_position_is_ambiguous() =>
        Undecided(Of(new Scenario().At(0, d => d.Buy(-10, 20)).Flat(count: 2).Bar(0, 22, -11, 0)), -1, -1, 2, 2);

    [Fact]
    public void So_is_the_bar_at_whose_open_a_market_order_fills() =>
        Undecided(Of(new Scenario().At(0, d => d.Buy(-10, 20)).Flat().Bar(0, 22, -11, 0)), -1, -1, 2, 1);

    [Fact]
    public void The_bar_of_a_market_order_that_reaches_one_of_them_is_not() =>
        Undecided(Of(new Scenario().At(0, d => d.Buy(-10, 20)).Flat().Bar(0, 22, -9, 0)), 2, 2, 2);

    [Fact]
    public void The_bar_of_a_stop_entry_that_reaches_its_stop_loss_is_ambiguous_and_it_may_go_on() =>
        Undecided(Of(new Scenario().At(0, d => d.BuyStop(5, -5, 15)).Flat().Bar(0, 6, -6, 2).Bar(2, 16, 2, 16)), -1, -1, 1, 1);

    [Fact]
    public void The_bar_of_a_stop_entry_that_reaches_its_target_is_ambiguous_and_it_may_lose_later() =>
        Undecided(Of(new Scenario().At(0, d => d.BuyStop(5, -5, 15)).Flat().Bar(0, 16, 0, 8).Bar(8, 8, -6, -6)), -1, -1, 1, 1);

    [Fact]
    public void The_bar_of_a_limit_entry_is_too() =>
        Undecided(Of(new Scenario().At(0, d => d.SellLimit(5, 15, -5)).Flat().Bar(0, 6, -6, 0).Bar(0, 16, 0, 16)), -1, -1, 1, 1);

    [Fact]
    public void A_later_bar_of_the_same_trade_is_counted_too() =>
        Undecided(Of(new Scenario().Plan(p => p with { Intrabar = IntrabarPolicy.Path }).At(0, d => d.BuyStop(5, -5, 15)).Flat()
            .Bar(0, 6, -6, 2).Bar(8, 16, -6, 16)), 1, -1, 1, 1, 2);

    [Theory]
    [InlineData(-12)]
    [InlineData(21)]
    public void What_the_open_decides_is_not_ambiguous(double open)
    {
        var trade = Of(new Scenario().At(0, d => d.Buy(-10, 20)).Flat(count: 2).Bar(open, 25, -15, 0));
        Assert.False(trade.IsUndecided);
        Assert.Equal((trade.Trade.R, trade.Trade.R), (trade.WorstR, trade.BestR));
    }

    [Fact]
    public void A_target_beyond_which_an_entry_gaps_is_decided_by_the_open() =>
        Assert.Empty(Of(new Scenario().Plan(p => p with { Intrabar = IntrabarPolicy.Best }).At(0, d => d.BuyStop(5, -5, 15)).Flat().Bar(20, 20, 0, 0)).AmbiguousBars);

    [Fact]
    public void Without_a_target_a_bar_that_only_reaches_the_stop_loss_of_a_held_position_decides() =>
        Undecided(Of(new Scenario().At(0, d => d.Buy()).Flat().Bar(0, 50, -11, 0)), -1, -1, -1);

    [Fact]
    public void The_worst_also_counts_a_gap_behind_a_stop_loss_that_the_bar_of_the_entry_may_have_missed() =>
        Undecided(Of(new Scenario().At(0, d => d.BuyStop(5, -5, 15)).Flat().Bar(0, 6, -6, 2).Bar(-15, -15, -15, -15)), -1, -2, -1, 1);

    [Fact]
    public void The_worst_also_counts_the_target_of_the_entry_bar_where_going_on_was_better() =>
        Undecided(Of(new Scenario().At(0, d => d.BuyStop(5, -5, 15)).Flat().Bar(0, 16, 0, 16).Bar(20, 20, 20, 20)), 1.5, 1, 1.5, 1);

    [Fact]
    public void News_and_a_blackout_close_in_each_case()
    {
        // 07:15, bar 3.
        var ambiguous = () => new Scenario().At(0, d => d.BuyStop(5, -5, 50)).Flat().Bar(0, 6, -6, 2).Bar(2, 2, 2, 2).Bar(10, 10, 10, 10).Bar(99, 99, 99, 99);
        Undecided(Of(ambiguous().Blackout("07:15", "07:16", flat: true)), -1, -1, 0.5, 1);
        Undecided(Of(ambiguous().News(NewsEvents.Plan(NewsEvents.At(4)) with { Flat = true, BeforeMinutes = 5, FlatBeforeMinutes = 5 })), -1, -1, 0.5, 1);
    }

    [Fact]
    public void The_time_stop_closes_in_each_case() =>
        Undecided(Of(new Scenario().TimeStop(10).At(0, d => d.BuyStop(5, -5, 50)).Flat().Bar(0, 6, -6, 2).Bar(2, 2, 2, 2).Bar(10, 10, 10, 10)), -1, -1, 0.5, 1);

    [Fact]
    public void What_the_strategy_asks_for_is_asked_for_in_each_case() =>
        Undecided(Of(new Scenario().At(0, d => d.BuyStop(5, -5, 50)).At(2, d => d.ExitPosition()).Flat().Bar(0, 6, -6, 2).Bar(2, 2, 2, 2).Bar(10, 10, 10, 10)
            .Bar(10, 60, 10, 60)), -1, -1, 0.5, 1);

    [Fact]
    public void A_trade_that_a_halt_closes_is_closed_then_in_each_case()
    {
        // a is undecided on its entry bar and survives by path; b's loss halts and flattens at bar 3.
        var trades = All(new Scenario().Of("a", "b").Plan(p => p with { Intrabar = IntrabarPolicy.Path })
            .Risk(r => r with { GlobalDailyStopR = -1, FlattenOnHalt = true })
            .At(0, d => d.BuyStop(5, -5, 50), "a").At(0, d => d.Buy(-7), "b")
            .Flat().Bar(0, 10, -6, 8).Bar(8, 8, -4.5, -4).Bar(-4, 5, -7, -7).Bar(10, 60, 10, 60));
        var a = trades.Single(t => t.Trade.Strategy == "a");
        Assert.True(a.IsUndecided);
        Assert.InRange(a.Trade.R, a.WorstR - 1e-9, a.BestR + 1e-9);
        Assert.Equal(a.Trade.R, a.AloneR, 9);
    }

    [Fact]
    public void Under_a_drill_the_smaller_bars_are_what_can_be_ambiguous()
    {
        var whole = Scenario.BarAt(2, 0, 22, -11, 0);
        InnerBar[] inner = [.. new[] { (0.0, 22.0, 0.0, 10.0), (10, 10, -11, 0) }.Select((b, i) =>
            new InnerBar(Scenario.BarAt(2, b.Item1, b.Item2, b.Item3, b.Item4) with { Time = Scenario.Time(2 + 0.2 * i) }))];
        var scenario = new Scenario().Plan(p => p with { Intrabar = IntrabarPolicy.Drill }).At(0, d => d.Buy(-10, 20)).Flat(count: 2)
            .Raw(new StepBar(0, whole) { Inner = inner });
        Undecided(Of(scenario), 2, 2, 2);
    }

    [Fact]
    public void Trades_that_are_decided_keep_their_R()
    {
        var trades = All(new Scenario().At(0, d => d.Buy(-10, 20)).At(3, d => d.Buy(-10, 20)).Flat().Bar(0, 22, -11, 0).Flat(count: 2).Bar(0, 25, 0, 0));
        Assert.Equal([(true, -1.0, 2.0), (false, 2.0, 2.0)], trades.Select(t => (t.IsUndecided, Math.Round(t.WorstR, 9), Math.Round(t.BestR, 9))));
    }
}
