using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests;

/// <summary>Bars of one open time are one step: all opens, then all insides, then all closes, each in plan order.</summary>
public class PassesTests
{
    [Fact]
    public void Nothing_at_an_open_knows_what_happens_inside_a_bar()
    {
        // EURUSD, the first in the plan, frees the only place inside bar 2: too late for GBPUSD's market order, which was refused at the open.
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy()).At(1, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("GBPUSD a: 2 fill max_open_positions", run.StoryBySlot[^1]);
        Assert.Equal(["1 0 -> 2 -10 SL"], run.Ledger);
    }

    [Fact]
    public void An_exit_at_the_open_of_an_earlier_symbol_frees_its_place_for_a_later_one()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy()).At(1, d => d.ExitPosition()).At(1, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 3).Run();
        Assert.Equal("GBPUSD a: 2 fill filled", run.StoryBySlot[^1]);
    }

    [Fact]
    public void An_exit_at_the_open_of_a_later_symbol_is_too_late_for_an_earlier_one()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(1, d => d.ExitPosition(), symbol: Scenario.GbpUsd).At(1, d => d.Buy()).Flat(count: 3).Run();
        Assert.Equal("EURUSD a: 2 fill max_open_positions", run.StoryBySlot[^1]);
    }

    [Fact]
    public void Within_a_symbol_strategies_go_in_the_order_of_the_plan()
    {
        var run = new Scenario().Of("b", "a").At(0, d => d.BuyStop(5), "a").At(0, d => d.BuyStop(5), "b").Flat().Bar(0, 5, 0, 0).Run();
        Assert.Equal(
            ["EURUSD b: 0 place accepted", "EURUSD a: 0 place accepted", "EURUSD b: 1 fill filled", "EURUSD a: 1 fill filled"], run.StoryBySlot);
    }

    [Fact]
    public void A_stop_loss_inside_the_bar_of_an_earlier_symbol_halts_before_an_entry_inside_that_of_a_later_one()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { GlobalDailyStopR = -1 })
            .At(0, d => d.Buy()).At(0, d => d.BuyStop(5), symbol: Scenario.GbpUsd).Flat(count: 2).Step((0, 0, -10, 0), (0, 5, 0, 0)).Run();
        Assert.Equal("GBPUSD a: 2 cancel halt", run.StoryBySlot[^1]);
    }
}
