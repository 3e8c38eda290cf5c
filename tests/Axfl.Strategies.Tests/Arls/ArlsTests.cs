namespace Axfl.Strategies.Tests.Arls;

/// <summary>Asia range liquidity sweep, rule by rule. The night is -5 to 5; a sweep of 3 goes to 8 or -8.</summary>
public class ArlsTests
{
    private static readonly (double, double, double, double) HighSweep = (5, 8, 5, 7), BackDown = (6, 7, 4, 4), LowSweep = (-5, -5, -8, -7), BackUp = (-6, -4, -7, -4);

    private static StrategyRun Night(params (string, object?)[] values) => new StrategyRun("arls", 5, values).Quiet("00:00", 84, range: 5);

    [Fact]
    public void A_high_sweep_that_closes_back_inside_on_a_falling_bar_sells_at_market()
    {
        // Extreme 8, stop loss 8 + 2, sold at 4: 6 to the target.
        Assert.Equal(["07:05 short market 4 10 -2 high_sweep"], Night().Bars("07:00", HighSweep, BackDown).Orders);
    }

    [Fact]
    public void A_low_sweep_mirrors_it() => Assert.Equal(["07:05 long market -4 -10 2 low_sweep"], Night().Bars("07:00", LowSweep, BackUp).Orders);

    [Theory]
    [InlineData(7.9, 0)]
    [InlineData(8, 1)]
    public void The_sweep_must_go_sweep_pips_beyond_the_range(double high, int orders) =>
        Assert.Equal(orders, Night().Bars("07:00", (5, high, 5, 7), BackDown).Orders.Length);

    [Theory]
    [InlineData(-7.9, 0)]
    [InlineData(-8, 1)]
    public void Below_it_too(double low, int orders) => Assert.Equal(orders, Night().Bars("07:00", (-5, -5, low, -7), BackUp).Orders.Length);

    [Fact]
    public void High_is_tested_before_low() => Assert.Equal("high_sweep", Night().Bars("07:00", (0, 8, -8, 0), BackDown).Order.Tag);

    [Fact]
    public void The_bar_of_the_sweep_itself_is_no_re_entry() => Assert.Empty(Night().Bars("07:00", (7, 8, 4, 4)).Orders);

    [Theory]
    [InlineData(6, 5, 0)]
    [InlineData(6, 4.9, 1)]
    [InlineData(4, 4, 0)]
    [InlineData(3, 4, 0)]
    public void The_re_entry_closes_below_the_range_s_high_and_below_its_open(double open, double close, int orders) =>
        Assert.Equal(orders, Night().Bars("07:00", HighSweep, (open, 7, 3, close)).Orders.Length);

    [Theory]
    [InlineData(-6, -5, 0)]
    [InlineData(-6, -4.9, 1)]
    [InlineData(-4, -4, 0)]
    [InlineData(-3, -4, 0)]
    public void After_a_low_sweep_above_the_low_and_above_its_open(double open, double close, int orders) =>
        Assert.Equal(orders, Night().Bars("07:00", LowSweep, (open, -3, -7, close)).Orders.Length);

    [Fact]
    public void The_extreme_follows_up_to_the_bar_of_the_re_entry()
    {
        Assert.Equal(["07:10 short market 4 13 -5 high_sweep"], Night().Bars("07:00", HighSweep, (7, 9, 7, 8), (8, 11, 4, 4)).Orders);
        Assert.Equal(["07:10 long market -4 -13 5 low_sweep"], Night().Bars("07:00", LowSweep, (-7, -7, -9, -8), (-8, -4, -11, -4)).Orders);
    }

    [Fact]
    public void After_more_than_the_window_the_sweep_is_forgotten_and_that_bar_does_nothing()
    {
        // Sweep at 07:00, window 45 minutes: 07:45 is in time, 07:50 is not, although it would sweep anew; 07:55 may.
        Assert.Single(Night().Bars("07:00", HighSweep).Bars("07:45", BackDown).Orders);
        Assert.Empty(Night().Bars("07:00", HighSweep).Bars("07:50", BackDown).Orders);
        Assert.Empty(Night().Bars("07:00", HighSweep).Bars("07:50", HighSweep, BackDown).Orders);
        Assert.Equal(["08:00 short market 4 10 -2 high_sweep"], Night().Bars("07:00", (5, 12, 5, 7)).Bars("07:50", (5, 6, 5, 5), HighSweep, BackDown).Orders);
    }

    [Fact]
    public void The_range_is_that_of_its_hours_and_trading_ends_before_trade_until()
    {
        Assert.Empty(Night().Bars("10:00", HighSweep, BackDown).Orders);
        Assert.Empty(Night().Bars("09:55", HighSweep, BackDown).Orders);
        Assert.Single(Night().Bars("09:50", HighSweep, BackDown).Orders);
        Assert.Empty(Night().Bars("06:55", HighSweep).Bars("07:00", BackDown).Orders);
    }

    [Fact]
    public void Too_few_bars_are_no_range()
    {
        StrategyRun With(int bars, int minutes = 5) => new StrategyRun("arls", minutes, ("use_atr_confirm", false)).Quiet("00:00", bars, range: 5)
            .Bars("07:00", HighSweep, BackDown);
        Assert.Empty(With(29).Orders);
        Assert.Single(With(30).Orders);
    }

    [Fact]
    public void Min_bars_counts_in_5_minute_equivalents()
    {
        StrategyRun With(int bars) => new StrategyRun("arls", 15, ("use_atr_confirm", false)).Quiet("00:00", bars, range: 5).Bars("07:00", HighSweep, BackDown);
        Assert.Empty(With(9).Orders);
        Assert.Single(With(10).Orders);
    }

    [Theory]
    [InlineData(10.1, 0)]
    [InlineData(10, 1)]
    public void A_range_smaller_than_min_range_pips_is_no_trade_that_day(double least, int orders) =>
        Assert.Equal(orders, Night(("min_range_pips", least)).Bars("07:00", HighSweep, BackDown).Orders.Length);

    // Every true range of the night is 10; at the sweep's bar (7 from the close before) ATR14 is (13 x 10 + 8) / 14.
    [Theory]
    [InlineData(0.304, 1)]
    [InlineData(0.305, 0)]
    public void The_sweep_must_also_reach_a_part_of_ATR14_that_includes_its_bar(double multiplier, int orders) =>
        Assert.Equal(orders, Night(("atr_multiplier", multiplier)).Bars("07:00", HighSweep, BackDown).Orders.Length);

    [Fact]
    public void Without_use_atr_confirm_it_need_not() =>
        Assert.Single(Night(("atr_multiplier", 50.0), ("use_atr_confirm", false)).Bars("07:00", HighSweep, BackDown).Orders);

    [Fact]
    public void An_undefined_ATR_refuses()
    {
        StrategyRun With(bool confirm) => new StrategyRun("arls", 30, ("use_atr_confirm", confirm), ("min_bars", 1)).Quiet("01:00", 12, range: 5)
            .Bars("07:00", HighSweep, BackDown);
        Assert.Empty(With(true).Orders);
        Assert.Single(With(false).Orders);
    }

    [Fact]
    public void A_day_has_one_entry_and_the_next_begins_anew()
    {
        var run = Night().Bars("07:00", HighSweep, BackDown, HighSweep, BackDown);
        Assert.Single(run.Orders);
        run.Quiet("00:00", 84, 50, 5, "2026-01-14").On("2026-01-14", "07:00", (55, 58, 55, 57), (56, 57, 54, 54));
        Assert.Equal("07:05 short market 54 60 48 high_sweep", run.Orders[^1]);
    }

    [Fact]
    public void A_sweep_of_yesterday_is_none_today()
    {
        var run = Night().Bars("09:50", HighSweep).Quiet("00:00", 84, 0, 5, "2026-01-14").On("2026-01-14", "07:00", BackDown);
        Assert.Empty(run.Orders);
    }

    [Fact]
    public void Parameters_move_stop_loss_target_and_hours()
    {
        // 00:00 to 07:00 in Berlin is 23:00 to 06:00 UTC.
        var run = new StrategyRun("arls", 5, ("timezone", "Europe/Berlin"), ("buffer_pips", 4.0), ("target_r", 2.0)).Quiet("23:00", 84, 0, 5, "2026-01-12")
            .Bars("06:00", HighSweep, BackDown);
        // Stop loss 8 + 4, sold at 4: 2 x 8 below.
        Assert.Equal(["06:05 short market 4 12 -12 high_sweep"], run.Orders);
    }
}
