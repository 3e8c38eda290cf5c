using Axfl.Testing.Harness;

namespace Axfl.Strategies.Tests.Lsg;

/// <summary>
/// Liquidity sweep and grab, rule by rule. The night of 05:00 to 07:00 has two equal highs at 10 and a swing low at -6; a sweep of 3 goes to 13, a close
/// below -7 breaks structure, a falling bar that closes below 10 confirms. Low sweeps mirror it.
/// </summary>
public class LsgTests
{
    private static readonly (double, double, double, double) Flat = (0, 1, -1, 0);

    // 24 bars: swing highs at the 4th and 12th bar, a swing low at the 16th. Equal neighbours are swings too, so the bars around climb and fall.
    private static (double, double, double, double)[] NightBars(double first = 10, double second = 10, double low = -6)
    {
        var bars = new (double, double, double, double)[24];
        for (var i = 0; i < bars.Length; i++) bars[i] = (0, 0.1 * (i % 2) + (i * 0.01), -0.5 + (i * 0.01), 0);
        bars[4] = (0, first, -0.4, 0);
        bars[12] = (0, second, -0.3, 0);
        bars[16] = (0, 0.2, low, 0);
        return bars;
    }

    private static (double, double, double, double) Mirror((double Open, double High, double Low, double Close) bar) => (-bar.Open, -bar.Low, -bar.High, -bar.Close);

    private static StrategyRun Night(params (string, object?)[] values) => new StrategyRun("lsg", 5, values).Bars("05:00", NightBars());

    private static readonly (double, double, double, double)
        Sweep = (9, 13, 9, 12), Break = (0, 0, -8, -7.5), Confirm = (-7, -7, -9, -8), Second = (-8, -8, -10, -9);

    [Fact]
    public void Sweep_break_confirmation_and_second_move_place_a_sell_stop_at_the_confirmation_s_low()
    {
        // Extreme 13: stop loss 15; the confirmation's low is -9: 24 pips, target -33.
        var run = Night().Bars("07:00", Sweep, Break, Confirm, Second);
        Assert.Equal(["07:15 short stop -9 15 -33 high_sweep"], run.Orders);
        Assert.Equal(EngineHarness.At("2026-01-13T10:00:00Z"), run.Order.Expiry);
    }

    [Fact]
    public void A_low_sweep_mirrors_it()
    {
        var run = new StrategyRun("lsg").Bars("05:00", [.. NightBars().Select(Mirror)]).Bars("07:00", Mirror(Sweep), Mirror(Break), Mirror(Confirm), Mirror(Second));
        Assert.Equal(["07:15 long stop 9 -15 33 low_sweep"], run.Orders);
    }

    [Fact]
    public void Without_second_move_only_the_order_is_placed_at_the_confirmation_s_close() =>
        Assert.Equal(["07:10 short stop -9 15 -33 high_sweep"], Night(("second_move_only", false)).Bars("07:00", Sweep, Break, Confirm).Orders);

    [Fact]
    public void With_it_a_bar_must_go_below_the_confirmation_s_low()
    {
        Assert.Empty(Night().Bars("07:00", Sweep, Break, Confirm, (-8, -8, -9, -9)).Orders);
        Assert.Equal(["07:20 short stop -9 15 -33 high_sweep"], Night().Bars("07:00", Sweep, Break, Confirm, (-8, -8, -9, -9), (-8, -8, -9.1, -9)).Orders);
    }

    [Fact]
    public void The_second_move_may_come_after_the_window() =>
        Assert.Single(Night().Bars("07:00", Sweep, Break, Confirm).Bars("08:30", Second).Orders);

    [Fact]
    public void Without_bos_required_the_confirmation_follows_the_sweep() =>
        Assert.Equal(["07:05 short stop 5 15 -5 high_sweep"],
            Night(("bos_required", false), ("second_move_only", false)).Bars("07:00", Sweep, (11, 11, 5, 6)).Orders);

    [Theory]
    [InlineData(-7, 0)]
    [InlineData(-7.1, 1)]
    public void The_break_closes_more_than_the_buffer_beyond_the_last_swing(double close, int orders) =>
        Assert.Equal(orders, Night(("second_move_only", false)).Bars("07:00", Sweep, (0, 0, -8, close), Confirm).Orders.Length);

    [Theory]
    [InlineData(7, 0)]
    [InlineData(7.1, 1)]
    public void Above_the_last_swing_high_after_a_low_sweep(double close, int orders) => Assert.Equal(orders,
        new StrategyRun("lsg", 5, ("second_move_only", false)).Bars("05:00", [.. NightBars().Select(Mirror)])
            .Bars("07:00", Mirror(Sweep), (0, 8, 0, close), Mirror(Confirm)).Orders.Length);

    [Fact]
    public void Its_buffer_is_a_parameter() =>
        Assert.Single(Night(("second_move_only", false), ("bos_buffer_pips", 0.5)).Bars("07:00", Sweep, (0, 0, -8, -6.6), Confirm).Orders);

    [Fact]
    public void The_last_known_swing_is_the_most_recent_one()
    {
        // A swing low at -3 at 07:10, known at 07:20: a close at -4.5 breaks it.
        var run = Night(("second_move_only", false)).Bars("07:00", Sweep, (5, 6, 4, 5), (0, 1, -3, 0), (0, 2, -1, 0), (0, 2, 0, 0), (-4, -4, -5, -4.5), (-4, -4, -6, -5));
        Assert.Equal(["07:30 short stop -6 15 -27 high_sweep"], run.Orders);
    }

    [Theory]
    [InlineData(11, 10, 0)]
    [InlineData(11, 9.9, 1)]
    [InlineData(9, 9, 0)]
    [InlineData(8, 9, 0)]
    public void The_confirmation_closes_below_the_level_and_below_its_open(double open, double close, int orders) => Assert.Equal(orders,
        Night(("second_move_only", false), ("bos_required", false)).Bars("07:00", Sweep, (open, 12, 8, close)).Orders.Length);

    [Theory]
    [InlineData(8, 9, 1)]
    [InlineData(8, 10, 0)]
    public void Without_confirm_body_required_its_open_does_not_matter(double open, double close, int orders) => Assert.Equal(orders,
        Night(("second_move_only", false), ("bos_required", false), ("confirm_body_required", false)).Bars("07:00", Sweep, (open, 12, 8, close)).Orders.Length);

    [Theory]
    [InlineData(-11, -10, 0)]
    [InlineData(-11, -9.9, 1)]
    [InlineData(-9, -9, 0)]
    public void After_a_low_sweep_above_the_level_and_above_its_open(double open, double close, int orders) => Assert.Equal(orders,
        new StrategyRun("lsg", 5, ("second_move_only", false), ("bos_required", false)).Bars("05:00", [.. NightBars().Select(Mirror)])
            .Bars("07:00", Mirror(Sweep), (open, -8, -12, close)).Orders.Length);

    [Fact]
    public void Without_the_body_a_low_sweep_s_confirmation_may_fall() => Assert.Single(
        new StrategyRun("lsg", 5, ("second_move_only", false), ("bos_required", false), ("confirm_body_required", false)).Bars("05:00", [.. NightBars().Select(Mirror)])
            .Bars("07:00", Mirror(Sweep), (-8, -8, -12, -9)).Orders);

    [Theory]
    [InlineData(12.9, 0)]
    [InlineData(13, 1)]
    public void The_sweep_must_go_sweep_pips_beyond_the_level(double high, int orders) =>
        Assert.Equal(orders, Night().Bars("07:00", (9, high, 9, 12), Break, Confirm, Second).Orders.Length);

    [Fact]
    public void One_step_a_bar_at_the_most() =>
        // The bar of the sweep also breaks and confirms: it is the sweep alone.
        Assert.Empty(Night(("second_move_only", false)).Bars("07:00", (9, 13, -9, -8), Confirm).Orders);

    [Fact]
    public void The_extreme_follows_up_to_the_bar_at_whose_close_the_order_is_placed()
    {
        Assert.Equal(["07:15 short stop -9 18 -36 high_sweep"], Night().Bars("07:00", Sweep, (0, 16, -8, -7.5), Confirm, Second).Orders);
        Assert.Equal(["07:15 short stop -9 19 -37 high_sweep"], Night().Bars("07:00", Sweep, Break, Confirm, (-8, 17, -10, -9)).Orders);
    }

    [Fact]
    public void After_more_than_the_window_the_sweep_is_forgotten_and_that_bar_does_nothing()
    {
        Assert.Single(Night(("second_move_only", false)).Bars("07:00", Sweep).Bars("07:25", Break, Confirm).Orders);
        Assert.Empty(Night(("second_move_only", false)).Bars("07:00", Sweep).Bars("07:30", Break, Confirm).Orders);
        // 07:35 is late although it would sweep; 07:40 sweeps anew.
        var run = Night(("second_move_only", false)).Bars("07:00", (9, 20, 9, 12)).Bars("07:35", Sweep, Sweep, Break, Confirm);
        Assert.Equal(["07:50 short stop -9 15 -33 high_sweep"], run.Orders);
    }

    [Fact]
    public void High_is_swept_before_low()
    {
        // Two equal lows too: at -6 and -6.
        var bars = NightBars();
        bars[20] = (0, 0.1, -6, 0);
        var run = new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).Bars("05:00", bars).Bars("07:00", (0, 13, -9, 0), (1, 2, 0, 0));
        Assert.Equal("high_sweep", run.Order.Tag);
    }

    [Fact]
    public void The_session_ends_it_all()
    {
        Assert.Empty(Night().Bars("09:50", Sweep, Break).Bars("10:00", Confirm, Second).Orders);
        Assert.Empty(Night().Bars("10:00", Sweep, Break, Confirm, Second).Orders);
        Assert.Single(Night().Bars("09:40", Sweep, Break, Confirm, Second).Orders);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(12.1, 0)]
    public void Swings_within_tol_pips_make_a_level_at_their_median(double second, int orders)
    {
        // 10 and 12: the level is 11, swept at 14.
        var run = new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).Bars("05:00", NightBars(10, second))
            .Bars("07:00", (9, 14, 9, 12), (12, 12, 10, 10.9));
        Assert.Equal(orders, run.Orders.Length);
    }

    [Fact]
    public void A_level_of_two_is_the_mean_of_both()
    {
        StrategyRun At(double high) => new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).Bars("05:00", NightBars(10, 12))
            .Bars("07:00", (9, high, 9, 12), (12, 12, 10, 10.9));
        Assert.Empty(At(13.9).Orders);
        Assert.Single(At(14).Orders);
    }

    [Fact]
    public void The_largest_cluster_wins_and_its_median_is_the_middle_one()
    {
        // Highs 10, 11, 11.5 against 30, 31: the cluster of three at 11, swept at 14.
        var bars = NightBars(10, 11);
        bars[8] = (0, 11.5, -0.3, 0);
        bars[19] = (0, 30, -0.3, 0);
        var run = new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).Bars("05:00", bars);
        Assert.Equal(["07:05 short stop 9 16 2 high_sweep"], run.Bars("07:00", (9, 14, 9, 12), (12, 12, 9, 10.5)).Orders);
    }

    [Fact]
    public void Of_equal_clusters_the_lowest_anchor_wins()
    {
        // Two at 10 and two at 30: the level at 10.
        var bars = NightBars();
        bars[8] = (0, 30, -0.3, 0);
        bars[20] = (0, 30, -0.3, 0);
        var run = new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).Bars("05:00", bars);
        Assert.Single(run.Bars("07:00", Sweep, (11, 11, 5, 6)).Orders);
    }

    [Fact]
    public void One_swing_is_no_level_unless_min_cluster_count_says_so()
    {
        StrategyRun With(int least) => new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false), ("min_cluster_count", least))
            .Bars("05:00", NightBars(10, 0.2)).Bars("07:00", Sweep, (11, 11, 5, 6));
        Assert.Empty(With(2).Orders);
        Assert.Single(With(1).Orders);
    }

    [Fact]
    public void Fewer_than_10_bars_before_the_session_make_no_levels()
    {
        (double, double, double, double)[] Short(int bars) => [.. new (double, double, double, double)[]
        {
            (0, 1, 0, 0), (0, 2, 0.1, 0), (0, 10, 0.2, 0), (0, 2, 0.3, 0), (0, 1, 0.4, 0), (0, 2, 0.5, 0), (0, 10, 0.6, 0), (0, 2, 0.7, 0), (0, 1, 0.8, 0), (0, 0.9, 0.8, 0),
        }.Take(bars)];
        StrategyRun With(int bars) => new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).Bars("05:00", Short(bars))
            .Bars("07:00", Sweep, (11, 11, 5, 6));
        Assert.Empty(With(9).Orders);
        Assert.Single(With(10).Orders);
        StrategyRun Mirrored(int bars) => new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false))
            .Bars("05:00", [.. Short(bars).Select(Mirror)]).Bars("07:00", Mirror(Sweep), Mirror((11, 11, 5, 6)));
        Assert.Empty(Mirrored(9).Orders);
        Assert.Single(Mirrored(10).Orders);
    }

    [Fact]
    public void A_swing_whose_five_bars_do_not_all_lie_in_the_night_is_none_of_its_levels()
    {
        // The second high at the last but one bar of the night is known only in the session.
        var bars = NightBars(10, 0.2);
        bars[22] = (0, 10, -0.3, 0);
        var late = new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).Bars("05:00", bars).Bars("07:00", (5, 5, 5, 5), Sweep, (11, 11, 5, 6));
        Assert.Empty(late.Orders);
        // One that began the evening before: bars of 23:50 and 23:55, the high at 00:00.
        var evening = new StrategyRun("lsg", 5, ("bos_required", false), ("second_move_only", false)).On("2026-01-12", "23:50", Flat, Flat)
            .Bars("00:00", (0, 10, 0, 0), Flat, Flat).Bars("05:00", NightBars(10, 0.2)).Bars("07:00", Sweep, (11, 11, 5, 6));
        Assert.Empty(evening.Orders);
    }

    [Fact]
    public void A_day_has_one_entry_and_the_next_begins_anew()
    {
        var run = Night().Bars("07:00", Sweep, Break, Confirm, Second, Sweep, Break, Confirm, Second);
        Assert.Single(run.Orders);
        run.On("2026-01-14", "05:00", NightBars()).On("2026-01-14", "07:00", Sweep, Break, Confirm, Second);
        Assert.Equal(2, run.Orders.Length);
    }

    [Fact]
    public void Levels_of_yesterday_are_none_today()
    {
        var run = Night().On("2026-01-14", "05:00", NightBars(3, 0.2)).On("2026-01-14", "07:00", Sweep, Break, Confirm, Second);
        Assert.Empty(run.Orders);
    }

    [Fact]
    public void A_day_without_levels_is_over() =>
        Assert.Empty(new StrategyRun("lsg").Bars("05:00", NightBars(3, 0.2)).Bars("07:00", Sweep, Break, Confirm, Second).Orders);

    [Fact]
    public void Parameters_move_stop_loss_target_and_hours()
    {
        // 07:00 in Berlin is 06:00 UTC.
        var run = new StrategyRun("lsg", 5, ("timezone", "Europe/Berlin"), ("buffer_pips", 5.0), ("target_r", 2.0), ("second_move_only", false))
            .Bars("04:00", NightBars()).Bars("06:00", Sweep, Break, Confirm);
        // Stop loss 13 + 5; 2 x 27 below -9.
        Assert.Equal(["06:10 short stop -9 18 -63 high_sweep"], run.Orders);
        Assert.Equal(EngineHarness.At("2026-01-13T09:00:00Z"), run.Order.Expiry);
    }

    [Theory]
    [InlineData("23:50", 1)]
    [InlineData("23:45", 0)]
    public void The_last_known_swing_is_one_of_this_date_its_first_bar_included(string from, int orders)
    {
        // A low of -6 at the third bar: 00:00 or, five minutes earlier, of yesterday. No later bar is a swing low.
        var run = new StrategyRun("lsg", 5, ("second_move_only", false)).On("2026-01-12", from, (0, 1, -5, 0), (0, 1, -5, 0), (0, 0.5, -6, 0), (0, 0.5, -5, 0), (0, 0.5, -4, 0))
            .Bars("05:00", NightBars(low: -0.34)).Bars("07:00", Sweep, Break, Confirm);
        Assert.Equal(orders, run.Orders.Length);
    }

    [Fact]
    public void A_swing_whose_first_bar_is_the_date_s_first_is_of_the_night()
    {
        var bars = NightBars();
        bars[2] = bars[4] with { Item3 = -0.48 };
        bars[4] = (0, 0.04, -0.46, 0);
        Assert.Single(new StrategyRun("lsg", 5, ("second_move_only", false)).Bars("00:00", bars).Bars("07:00", Sweep, Break, Confirm).Orders);
    }
}
