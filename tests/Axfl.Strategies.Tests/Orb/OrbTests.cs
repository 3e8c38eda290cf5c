namespace Axfl.Strategies.Tests.Orb;

/// <summary>Opening range breakout, rule by rule. The range of 07:00 is -3 to 3 unless it says otherwise.</summary>
public class OrbTests
{
    private static readonly (double, double, double, double) Range = (0, 3, -3, 0);

    private static StrategyRun Run(params (string, object?)[] values) =>
        new StrategyRun("orb", 5, [("trend_filter", false), .. values]).Bars("07:00", Range);

    [Fact]
    public void A_break_up_that_pulls_back_and_closes_above_the_range_buys_at_market()
    {
        // Break by 3 to 6, low within 2 of the edge at 3, close at 5: stop loss -3 - 1, target 1R of 9.
        Assert.Equal(["07:05 long market 5 -4 14 break_up"], Run().Bars("07:05", (3, 6, 3, 5)).Orders);
    }

    [Fact]
    public void A_break_down_mirrors_it() =>
        Assert.Equal(["07:05 short market -5 4 -14 break_down"], Run().Bars("07:05", (-3, -3, -6, -5)).Orders);

    [Theory]
    [InlineData(5.9, 0)]
    [InlineData(6, 1)]
    public void The_break_must_go_break_pips_beyond_the_edge(double high, int orders) => Assert.Equal(orders, Run().Bars("07:05", (3, high, 3, 5)).Orders.Length);

    [Theory]
    [InlineData(-5.9, 0)]
    [InlineData(-6, 1)]
    public void Down_too(double low, int orders) => Assert.Equal(orders, Run().Bars("07:05", (-3, -3, low, -5)).Orders.Length);

    [Fact]
    public void Up_is_tested_before_down() =>
        Assert.Equal(["07:05 long market 5 -4 14 break_up"], Run().Bars("07:05", (0, 6, -6, 5)).Orders);

    [Fact]
    public void Only_the_first_break_counts() =>
        // Up at 07:05 without a close above; the break down later is none.
        Assert.Empty(Run().Bars("07:05", (0, 6, 0, 0), (0, 0, -9, -9)).Orders);

    [Theory]
    [InlineData(5.1, 0)]
    [InlineData(5, 1)]
    public void It_waits_for_a_pull_back_within_retest_tol_pips_of_the_edge(double low, int orders) =>
        Assert.Equal(orders, Run().Bars("07:05", (7, 9, 7, 8), (8, 9, low, 8)).Orders.Length);

    [Theory]
    [InlineData(-5.1, 0)]
    [InlineData(-5, 1)]
    public void A_pull_back_of_a_break_down_mirrors_it(double high, int orders) =>
        Assert.Equal(orders, Run().Bars("07:05", (-7, -7, -9, -8), (-8, high, -9, -8)).Orders.Length);

    [Fact]
    public void The_pull_back_may_come_on_the_bar_of_the_break_and_the_close_on_a_later_one() =>
        Assert.Equal(["07:15 long market 9 -4 22 break_up"], Run().Bars("07:05", (3, 6, 3, 3), (8, 9, 8, 3), (8, 9, 8, 9)).Orders);

    [Fact]
    public void Without_retest_it_does_not_wait() =>
        Assert.Equal(["07:05 long market 8 -4 20 break_up"], Run(("retest", false)).Bars("07:05", (7, 9, 7, 8)).Orders);

    [Fact]
    public void A_close_at_the_edge_is_not_beyond_it()
    {
        Assert.Empty(Run().Bars("07:05", (3, 6, 3, 3)).Orders);
        Assert.Empty(Run().Bars("07:05", (-3, -3, -6, -3)).Orders);
    }

    [Theory]
    [InlineData(6.1, 0)]
    [InlineData(6, 1)]
    public void A_range_smaller_than_min_range_pips_is_no_trade_that_day(double least, int orders) =>
        Assert.Equal(orders, Run(("min_range_pips", least)).Bars("07:05", (3, 6, 3, 5)).Orders.Length);

    [Fact]
    public void The_last_signal_bar_opens_before_trade_until()
    {
        Assert.Empty(Run().Bars("10:00", (3, 6, 3, 5)).Orders);
        Assert.Single(Run().Bars("09:55", (3, 6, 3, 5)).Orders);
    }

    [Fact]
    public void A_day_has_one_entry() => Assert.Single(Run().Bars("07:05", (3, 6, 3, 5), (3, 6, 3, 5), (3, 6, 3, 5)).Orders);

    [Fact]
    public void The_next_day_begins_anew()
    {
        var run = Run().Bars("07:05", (3, 6, 3, 5)).On("2026-01-14", "07:00", (50, 53, 47, 50), (53, 56, 53, 55));
        Assert.Equal(["07:05 long market 5 -4 14 break_up", "07:05 long market 55 46 64 break_up"], run.Orders);
    }

    [Fact]
    public void A_break_of_yesterday_is_none_today() =>
        Assert.Empty(Run().Bars("07:05", (3, 6, 3, 3)).On("2026-01-14", "07:00", Range, (3, 5, 3, 5)).Orders);

    [Fact]
    public void A_range_of_15_minutes_needs_its_three_bars()
    {
        Assert.Equal(["07:15 long market 9 -6 24 break_up"], Run(("range_minutes", 15)).Bars("07:05", (0, 6, -5, 0), (0, 3, -3, 0), (6, 9, 6, 9)).Orders);
        Assert.Empty(Run(("range_minutes", 15)).Bars("07:10", (0, 6, -5, 0), (6, 9, 6, 9)).Orders);
    }

    [Fact]
    public void A_range_that_is_no_multiple_of_the_interval_is_rounded_up_to_whole_bars()
    {
        Assert.Single(Run(("range_minutes", 7)).Bars("07:05", (0, 3, -3, 0), (3, 6, 3, 5)).Orders);
        Assert.Empty(Run(("range_minutes", 7)).Bars("07:10", (3, 6, 3, 5)).Orders);
    }

    [Fact]
    public void A_range_below_the_interval_is_one_bar() =>
        Assert.Single(new StrategyRun("orb", 30, ("trend_filter", false)).Bars("07:00", Range, (3, 6, 3, 5)).Orders);

    [Fact]
    public void Bars_before_the_range_are_not_of_it() =>
        Assert.Single(new StrategyRun("orb", 5, ("trend_filter", false)).Bars("06:55", (0, 90, -90, 0), Range, (3, 6, 3, 5)).Orders);

    [Fact]
    public void Without_its_bar_there_is_no_range() => Assert.Empty(new StrategyRun("orb", 5, ("trend_filter", false)).Bars("07:05", (3, 6, 3, 5)).Orders);

    [Fact]
    public void Parameters_move_stop_loss_target_and_hours()
    {
        var run = new StrategyRun("orb", 5, ("trend_filter", false), ("buffer_pips", 3.0), ("target_r", 2.0), ("timezone", "Europe/Berlin"), ("break_pips", 1.0));
        // 07:00 in Berlin is 06:00 UTC: bought at 4, stop loss -6, target 2 x 10 above.
        Assert.Equal(["06:05 long market 4 -6 24 break_up"], run.Bars("06:00", Range, (3, 4, 3, 4)).Orders);
    }

    // 50 bars from 02:50 on: EMA(50) is defined at the 50th.
    [Theory]
    [InlineData(-20, "long")]
    [InlineData(20, "")]
    public void The_trend_filter_wants_EMA20_above_EMA50_for_a_long(double before, string side)
    {
        // 48 bars at a price far from the present one, then the signal: the faster average is nearer to the present price.
        var run = new StrategyRun("orb").Quiet("03:00", 48, before).Bars("07:00", Range, (3, 6, 3, 5));
        Assert.Equal(side.Length > 0 ? 1 : 0, run.Orders.Length);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(-20, 0)]
    public void And_below_for_a_short(double before, int orders) =>
        Assert.Equal(orders, new StrategyRun("orb").Quiet("03:00", 48, before).Bars("07:00", Range, (-3, -3, -6, -5)).Orders.Length);

    [Fact]
    public void Before_EMA50_exists_it_refuses_and_the_day_is_over()
    {
        // 47 + 2 bars at the signal; the 51st bar would do.
        var run = new StrategyRun("orb").Quiet("03:05", 47, -20).Bars("07:00", Range, (3, 6, 3, 5), (3, 6, 3, 5), (3, 6, 3, 5));
        Assert.Empty(run.Orders);
    }

    [Fact]
    public void Equal_averages_are_no_trend() =>
        Assert.Empty(new StrategyRun("orb", 5, ("min_range_pips", 0.0), ("break_pips", 0.0), ("retest", false)).Quiet("03:00", 49, 5).Bars("07:05", (5, 5, 5, 5)).Orders);
}
