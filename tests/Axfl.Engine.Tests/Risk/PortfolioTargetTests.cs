using Axfl.Engine.Risk;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Risk;

public class PortfolioTargetTests
{
    private static Scenario With(double target, double? stop = null) => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Of("a", "b")
        .Risk(r => r with { GlobalDailyTargetR = target, GlobalDailyStopR = stop });

    [Fact]
    public void A_day_that_reaches_it_cancels_pending_orders_and_is_told_with_its_numbers()
    {
        var run = With(1).At(0, d => d.Buy(target: 10)).At(0, d => d.BuyStop(30, 20), symbol: Scenario.GbpUsd).Flat(count: 2).Step((0, 10, 0, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("GBPUSD a: 2 cancel halt", run.StoryBySlot[^1]);
        var halt = Assert.Single(run.Halts);
        Assert.Equal((PortfolioTarget.Kind, true, 1.0), (halt.Kind, halt.Began, halt.Limit));
        Assert.Contains("reached the target of 1R", halt.Description, StringComparison.Ordinal);
        Assert.False(run.Engine.View().Halted);
    }

    [Fact]
    public void It_is_latched_although_the_gain_is_lost_again_and_ends_with_the_day()
    {
        var run = With(1).At(0, d => d.Buy(target: 10)).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(3, d => d.Buy(), "b")
            .Flat(count: 2).Step((0, 10, 0, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 0, -10, 0)).Run();
        Assert.Equal(("portfolio_target", "0.00R >= 1R"), (run.Last, run.Detail));
        run.Engine.OnClock(EngineHarness.At("2026-01-14T00:00:00Z"));
        Assert.False(run.Halts[^1].Began);
    }

    [Fact]
    public void A_day_can_reach_both_the_target_and_the_stop_and_the_stop_is_recorded_first()
    {
        var run = With(1, -1).At(0, d => d.Buy(target: 10)).At(0, d => d.Buy(-20), symbol: Scenario.GbpUsd).At(0, d => d.Buy(-10), "b", Scenario.GbpUsd).At(3, d => d.Buy(), "b")
            .Flat(count: 2).Step((0, 10, 0, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (-20, -20, -20, -20)).Run();
        Assert.Equal(["portfolio_target", "portfolio_halted"], run.Halts.Select(h => h.Kind.Name));
        Assert.Equal("portfolio_halted", run.Last);
    }

    [Fact]
    public void Open_R_counts_where_the_plan_says_so_and_positions_are_closed_at_the_next_open()
    {
        var run = With(1.5).Risk(r => r with { HaltCountsOpen = true, FlattenOnHalt = true }).At(0, d => d.Buy()).Flat(count: 2).Step((0, 15, 0, 15), null).Step((14, 14, 14, 14), null).Run();
        Assert.Equal(["1 0 -> 3 14 HALT"], run.Ledger);
    }

    [Fact]
    public void A_second_halt_does_not_delay_what_the_first_asked_to_close()
    {
        // EURUSD reaches the target inside bar 2; at the open of bar 3 its other position reaches the stop, before GBPUSD is asked at the same open.
        var run = With(1, -0.5).Risk(r => r with { FlattenOnHalt = true }).At(0, d => d.Buy(target: 10)).At(0, d => d.Buy(-40), "b").At(0, d => d.Buy(-50), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 10, 0, 0), (0, 0, 0, 0)).Step((-70, -70, -70, -70), (0, 0, 0, 0)).Run();
        Assert.Equal(["1 0 -> 2 10 TP", "1 0 -> 3 -70 HALT", "1 0 -> 3 0 HALT"], run.Ledger);
        Assert.Equal(2, run.Halts.Count);
    }
}
