using Axfl.Contracts;
using Axfl.Research.Shadows;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Shadows;

/// <summary>What refused orders would have come to.</summary>
public class RefusedOrdersTests
{
    private static IReadOnlyList<ShadowResult> Of(Scenario scenario) => RefusedOrders.Of(scenario.Build(), scenario.Bars(), TestContext.Current.CancellationToken);

    // One trade a day, and it is over at bar 1.
    private static Scenario AfterTheOnlyTrade() => new Scenario().Risk(r => r with { PerStrategyDailyTrades = 1 })
        .At(0, d => d.Buy(-10, 10)).Flat().Bar(0, 10, 0, 5).Flat(5);

    private static string Words(ShadowResult s) => s.State == ShadowStates.Filled
        ? FormattableString.Invariant($"{s.Gate} {s.Stage}: {Bar(s.EntryTime)} -> {Bar(s.ExitTime)} {s.Reason} {s.R:0.00}R")
        : $"{s.Gate} {s.Stage}: {s.State}";

    private static double Bar(DateTime? time) => (EventTime.FromDateTime(time!.Value) - Scenario.Start) / 300_000.0;

    [Fact]
    public void A_market_order_refused_at_its_fill_fills_there_and_reaches_its_target()
    {
        var results = Of(new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy(-10, 40), "a").At(0, d => d.Buy(-10, 20), "b").Flat().Bar(0, 5, 0, 5).Bar(5, 25, 5, 20));
        Assert.Equal("max_open_positions fill: 1 -> 2 TP 2.00R", Words(Assert.Single(results)));
    }

    [Fact]
    public void Orders_refused_around_news_or_in_a_blackout_are_closed_by_neither()
    {
        var news = NewsEvents.Plan(NewsEvents.At(4)) with { Flat = true };
        Assert.Equal("news place: 3 -> 6 TP 2.00R", Words(Assert.Single(Of(new Scenario().News(news).At(2, d => d.Buy(-10, 20)).Flat(count: 6).Bar(0, 20, 0, 20)))));
        Assert.Equal("blackout fill: 1 -> 6 TP 2.00R", Words(Assert.Single(Of(new Scenario().Blackout("07:05", "07:20", flat: true).At(0, d => d.Buy(-10, 20)).Flat(count: 6).Bar(0, 20, 0, 20)))));
    }

    [Fact]
    public void A_stop_order_refused_at_its_fill_fills_inside_the_same_bar()
    {
        var results = Of(new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy(-10, 40), "a").At(0, d => d.BuyStop(5, -5), "b").Flat(count: 2).Bar(0, 6, 0, 6).Bar(6, 6, -6, -6));
        Assert.Equal("max_open_positions fill: 2 -> 3 SL -1.00R", Words(Assert.Single(results)));
    }

    [Fact]
    public void An_order_refused_when_it_was_placed_waits_and_then_is_stopped_out()
    {
        var results = Of(AfterTheOnlyTrade().At(2, d => d.BuyStop(10, 5)).Flat(6).Bar(6, 11, 6, 11).Bar(11, 11, 4, 4));
        Assert.Equal("strategy_daily_trades place: 4 -> 5 SL -1.00R", Words(Assert.Single(results)));
    }

    [Fact]
    public void It_ends_unfilled_at_its_expiry() =>
        Assert.Equal("strategy_daily_trades place: unfilled", Words(Assert.Single(
            Of(AfterTheOnlyTrade().At(2, d => d.BuyStop(10, 5, untilBar: 4)).Flat(5, 2).Bar(5, 11, 5, 11)))));

    [Fact]
    public void It_fills_on_the_bar_before_its_expiry() =>
        Assert.Equal("strategy_daily_trades place: 3 -> 5 END 1.20R", Words(Assert.Single(
            Of(AfterTheOnlyTrade().At(2, d => d.BuyStop(10, 5, untilBar: 4)).Bar(6, 11, 6, 11).Bar(11, 16, 11, 16)))));

    [Fact]
    public void It_ends_unfilled_at_the_end_of_its_window() =>
        Assert.Equal("strategy_daily_trades place: unfilled", Words(Assert.Single(
            Of(AfterTheOnlyTrade().Window("07:00", "07:20").At(2, d => d.BuyStop(10, 5)).Flat(5, 2).Bar(5, 11, 5, 11)))));

    [Fact]
    public void It_ends_unfilled_when_the_strategy_cancels() =>
        Assert.Equal("strategy_daily_trades place: unfilled", Words(Assert.Single(
            Of(AfterTheOnlyTrade().At(2, d => d.BuyStop(10, 5)).At(3, d => d.CancelEntry()).Flat(5, 2).Bar(5, 11, 5, 11)))));

    [Fact]
    public void It_ends_unfilled_when_the_strategy_places_anew_and_the_new_one_has_its_own() =>
        Assert.Equal(["strategy_daily_trades place: unfilled", "strategy_daily_trades place: 5 -> 6 END 0.50R"],
            Of(AfterTheOnlyTrade().At(2, d => d.BuyStop(20, 15)).At(3, d => d.BuyStop(10, 0)).Flat(5, 2).Bar(5, 25, 5, 15)).Select(Words));

    [Fact]
    public void An_order_placed_while_its_shadow_has_a_position_is_overlapping_and_leaves_it_alone() =>
        Assert.Equal(["strategy_daily_trades place: 3 -> 5 TP 2.00R", "strategy_daily_trades place: overlapping"],
            Of(AfterTheOnlyTrade().At(2, d => d.Buy(-5, 25)).At(3, d => d.Buy(-5, 25)).Flat(5, 2).Bar(5, 30, 5, 30)).Select(Words));

    [Fact]
    public void An_order_placed_after_the_end_of_the_shadow_has_its_own() =>
        Assert.Equal(["strategy_daily_trades place: 3 -> 3 SL -1.00R", "strategy_daily_trades place: 4 -> 5 END 0.00R"],
            Of(AfterTheOnlyTrade().At(2, d => d.Buy(-5, 25)).At(3, d => d.Buy(-15, 25)).Bar(5, 5, -6, -6).Flat(-6)).Select(Words));

    [Fact]
    public void An_order_refused_at_its_fill_while_the_shadow_of_that_gate_has_a_position_is_overlapping()
    {
        // The limit of positions refuses both of b's orders.
        var results = Of(new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy(-100), "a").At(0, d => d.Buy(-100), "b").At(2, d => d.Buy(-100), "b").Flat(count: 5));
        Assert.Equal(["max_open_positions fill: 1 -> 5 END 0.00R", "max_open_positions fill: overlapping"], results.Select(Words));
    }

    [Fact]
    public void Shadows_of_another_gate_do_not_overlap()
    {
        // b loses at bar 1; its cooldown refuses an order placed then, the limit of positions the fill of one placed later: both shadows are open from bar 5 on.
        var results = Of(new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1, CooldownMinutes = 10 })
            .At(0, d => d.Buy(-10), "b").At(1, d => d.Buy(-100), "a").At(1, d => d.Buy(-100), "b").At(4, d => d.Buy(-100), "b").Flat().Bar(0, 0, -10, 0).Flat(count: 5));
        Assert.Equal(["cooldown place: 2 -> 7 END 0.00R", "max_open_positions fill: 5 -> 7 END 0.00R"], results.Select(Words));
    }

    [Fact]
    public void The_exits_a_strategy_asks_for_are_not_heard() =>
        Assert.Equal("strategy_daily_trades place: 3 -> 5 TP 2.00R", Words(Assert.Single(
            Of(AfterTheOnlyTrade().At(2, d => d.Buy(-5, 25)).At(3, d => d.ExitPosition()).Flat(5, 2).Bar(5, 30, 5, 30)))));

    [Fact]
    public void The_time_stop_and_the_end_of_the_session_close_it()
    {
        Assert.Equal("strategy_daily_trades place: 3 -> 5 TIME 0.50R", Words(Assert.Single(
            Of(AfterTheOnlyTrade().TimeStop(10).At(2, d => d.Buy(-5)).Flat(5, 2).Flat(10, 2)))));
        Assert.Equal("strategy_daily_trades place: 3 -> 4 TIME 0.50R", Words(Assert.Single(
            Of(AfterTheOnlyTrade().Window("07:00", "07:20").At(2, d => d.Buy(-5)).Flat(5).Flat(10, 2)))));
    }

    [Fact]
    public void Waiting_orders_that_a_halt_cancels_count_under_its_gate()
    {
        // a loses 1R inside bar 1: b's order is cancelled there, and fills at bar 2.
        var results = Of(new Scenario().Of("a", "b").Risk(r => r with { GlobalDailyStopR = -1 })
            .At(0, d => d.Buy(-10), "a").At(0, d => d.BuyStop(5, -5, 15), "b").Flat().Bar(0, 0, -10, 0).Bar(0, 6, 0, 6).Bar(6, 15, 6, 15));
        Assert.Equal("portfolio_halted cancel: 2 -> 3 TP 1.00R", Words(Assert.Single(results)));
    }

    [Fact]
    public void An_order_that_a_halt_cancels_inside_a_bar_may_fill_in_that_bar()
    {
        var results = Of(new Scenario().Of("a", "b").Risk(r => r with { GlobalDailyStopR = -1 })
            .At(0, d => d.Buy(-10), "a").At(0, d => d.SellStop(-5, 5, -15), "b").Flat().Bar(0, 0, -10, -10).Bar(-10, -10, -15, -15));
        Assert.Equal("portfolio_halted cancel: 1 -> 2 TP 1.00R", Words(Assert.Single(results)));
    }

    [Fact]
    public void Gates_that_say_what_an_order_is_have_no_shadows()
    {
        Assert.Empty(Of(new Scenario().Plan(p => p with { Since = Scenario.Time(3) }).At(0, d => d.Buy()).Flat(count: 4)));
        Assert.Empty(Of(new Scenario().Window("08:00", "09:00").At(0, d => d.Buy()).Flat(count: 4)));
        Assert.Empty(Of(new Scenario().At(0, d => d.Buy(5)).Flat(count: 4)));
        Assert.Empty(Of(new Scenario().Account(a => a with { UnitStep = 1e9 }).At(0, d => d.Buy()).Flat(count: 4)));
    }

    [Theory]
    [InlineData(-15, 0)]
    [InlineData(-9.5, 1)]
    public void A_fill_with_the_stop_loss_on_the_wrong_side_or_too_near_counts_as_not_filled(double open, double minStop) =>
        Assert.Equal("strategy_daily_trades place: unfilled", Words(Assert.Single(Of(
            AfterTheOnlyTrade().Risk(r => r with { MinStopPips = minStop }).At(2, d => d.BuyLimit(-5, -10)).Flat(5).Bar(open, 20, open, 20)))));

    [Fact]
    public void What_is_open_at_the_end_closes_there_whatever_the_plan_leaves_open() =>
        Assert.Equal("strategy_daily_trades place: 3 -> 4 END 0.40R", Words(Assert.Single(Of(
            AfterTheOnlyTrade().Plan(p => p with { CloseAtEnd = false }).At(2, d => d.Buy(-5)).Bar(5, 9, 5, 9)))));

    [Fact]
    public void What_waits_at_the_end_is_unfilled() =>
        Assert.Equal("strategy_daily_trades place: unfilled", Words(Assert.Single(Of(AfterTheOnlyTrade().At(2, d => d.BuyStop(20, 15)).Flat(5, 2)))));

    [Fact]
    public void A_market_order_that_fills_at_the_close_fills_at_the_close() =>
        Assert.Equal("strategy_daily_trades place: 3 -> 4 TP 1.00R", Words(Assert.Single(Of(
            AfterTheOnlyTrade().Plan(p => p with { FillAtClose = true }).At(2, d => d.Buy(-5, 15)).Bar(5, 5, 5, 5).Bar(5, 15, 5, 15)))));

    [Fact]
    public void Costs_are_those_of_the_run()
    {
        // Spread 2 pips and 1 pip of slippage at each fill: bought at 7, sold at 13 for a risk of 12.
        var results = Of(AfterTheOnlyTrade().Spread(2).Costs(c => c with { SlippageOn = Engine.Plan.SlippageOn.Entry | Engine.Plan.SlippageOn.Target })
            .At(2, d => d.Buy(-5, 15)).Flat(5).Bar(5, 15, 5, 15));
        Assert.Equal(0.5, Assert.Single(results).R!.Value, 9);
    }

    [Fact]
    public void Without_refusals_there_are_none() => Assert.Empty(Of(new Scenario().At(0, d => d.Buy(-10, 10)).Flat(count: 3)));
}
