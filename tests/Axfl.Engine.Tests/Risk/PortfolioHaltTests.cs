using Axfl.Engine.Risk;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Risk;

public class PortfolioHaltTests
{
    private static Scenario Limited(double stop) => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Of("a", "b")
        .Risk(r => r with { GlobalDailyStopR = stop });

    [Fact]
    public void The_sum_of_all_slots_that_reaches_the_stop_blocks_every_entry()
    {
        var run = Limited(-2).At(0, d => d.Buy()).At(0, d => d.Buy(), "b", Scenario.GbpUsd).At(2, d => d.Buy(), "b")
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, -10, 0)).Run();
        Assert.Equal("EURUSD b: 2 place portfolio_halted", run.StoryBySlot[^1]);
        Assert.Equal("-2.00R <= -2R", run.Detail);
        Assert.True(run.Engine.View().Halted);
        var halt = Assert.Single(run.Halts);
        Assert.Equal((PortfolioHalt.Kind, true, Scenario.Time(2), -2.0), (halt.Kind, halt.Began, halt.Time, halt.Limit));
        Assert.Equal(-2, halt.Value, 9);
    }

    [Fact]
    public void Above_the_stop_nothing_is_halted()
    {
        var run = Limited(-1.01).At(0, d => d.Buy()).At(2, d => d.Buy(), "b").Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("accepted", run.Last);
        Assert.False(run.Engine.View().Halted);
    }

    [Fact]
    public void When_it_begins_every_pending_order_is_cancelled()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(0, d => d.BuyStop(30, 20), "b").At(0, d => d.BuyLimit(-30, -40), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal(["EURUSD b: 2 cancel halt", "GBPUSD a: 2 cancel halt"], run.StoryBySlot[^2..]);
        Assert.Empty(run.Engine.View().Pending);
    }

    [Fact]
    public void Positions_stay_open_and_their_exits_are_not_blocked()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(0, d => d.Buy(target: 20), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 20, 0, 0)).Run();
        Assert.Equal(["1 0 -> 2 -10 SL", "1 0 -> 3 20 TP"], run.Ledger);
    }

    [Fact]
    public void It_is_latched_although_the_R_of_the_day_recovers_and_is_said_once()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(0, d => d.Buy(target: 20), symbol: Scenario.GbpUsd).At(3, d => d.Buy(), "b")
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 20, 0, 0)).Run();
        Assert.Equal("portfolio_halted", run.Last);
        Assert.Single(run.Halts);
    }

    [Fact]
    public void It_ends_at_the_first_bar_of_the_next_trading_day()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(204, d => d.Buy()).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Gap(201).Flat().Run();
        Assert.Equal("EURUSD a: 204 place accepted", run.StoryBySlot[^1]);
        Assert.Equal((PortfolioHalt.Kind, false), (run.Halts[^1].Kind, run.Halts[^1].Began));
        Assert.False(run.Engine.View().Halted);
        Assert.Equal(0, run.Engine.View().Today.RTotal);
    }

    [Fact]
    public void Without_the_limit_nothing_halts()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(2, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run();
        Assert.Equal("accepted", run.Last);
        Assert.Empty(run.Halts);
    }

    [Fact]
    public void The_R_of_a_position_that_is_open_does_not_count()
    {
        var run = Limited(-1).At(0, d => d.Buy(-30)).At(2, d => d.Buy(-60), "b").Flat(count: 2).Flat(-29).Run();
        Assert.Equal("accepted", run.Last);
    }

    [Fact]
    public void At_an_exit_too_open_R_does_not_count()
    {
        // EURUSD loses half an R while GBPUSD stands at -0.9R.
        var run = Limited(-1).At(0, d => d.Buy(-20)).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(1, d => d.ExitPosition())
            .Flat().Step((0, 0, 0, 0), (0, 0, -9, -9)).Step((-10, -10, -10, -10), (-9, -9, -9, -9)).Run();
        Assert.Equal(-0.5, run.Trade.R, 9);
        Assert.Empty(run.Halts);
    }
}
