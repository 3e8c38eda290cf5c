using Axfl.Engine.Results;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class MaxSymbolPositionsGateTests
{
    [Fact]
    public void It_is_tested_at_the_fill_alone_and_the_first_strategy_of_the_plan_gets_the_place()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { MaxSymbolPositions = 1 })
            .At(0, d => d.Buy(), "a").At(0, d => d.Buy(), "b").Flat(count: 2).Run();
        Assert.Equal(
            ["EURUSD a: 0 place accepted", "EURUSD b: 0 place accepted", "EURUSD a: 1 fill filled", "EURUSD b: 1 fill max_symbol_positions"], run.StoryBySlot);
        Assert.Equal("1 >= 1", run.Detail);
    }

    [Fact]
    public void Placing_does_not_ask_for_a_place()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { MaxSymbolPositions = 1 })
            .At(0, d => d.Buy(), "a").At(1, d => d.BuyStop(20, 10), "b").Flat(count: 2).Run();
        Assert.Equal("EURUSD b: 1 place accepted", run.StoryBySlot[^1]);
    }

    [Fact]
    public void Positions_on_other_symbols_do_not_count()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MaxSymbolPositions = 1 })
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        Assert.Equal(2, run.Decisions.Count(d => d.Result == DecisionResult.Filled));
    }

    [Fact]
    public void The_place_is_free_again_after_the_exit()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { MaxSymbolPositions = 1 })
            .At(0, d => d.Buy(), "a").At(2, d => d.Buy(), "b").Flat(count: 2).Bar(0, 0, -10, 0).Flat().Run();
        Assert.Equal("EURUSD b: 3 fill filled", run.StoryBySlot[^1]);
    }
}
