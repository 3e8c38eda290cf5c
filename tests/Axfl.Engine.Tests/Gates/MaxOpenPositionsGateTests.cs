using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class MaxOpenPositionsGateTests
{
    [Fact]
    public void It_is_tested_at_the_fill_alone_over_all_symbols_in_plan_order()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(1, d => d.BuyStop(20, 10), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        Assert.Equal(
            ["EURUSD a: 0 place accepted", "GBPUSD a: 0 place accepted", "EURUSD a: 1 fill filled", "GBPUSD a: 1 fill max_open_positions",
                "GBPUSD a: 1 place accepted"],
            run.StoryBySlot);
        Assert.Equal("1 >= 1", run.Decisions[3].Detail);
    }

    [Fact]
    public void One_below_the_limit_fills()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MaxOpenPositions = 2 })
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        Assert.Equal(2, run.Engine.View().Positions.Count);
    }

    [Fact]
    public void The_place_is_free_again_after_the_exit()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy(), "a").At(2, d => d.Buy(), "b").Flat(count: 2).Bar(0, 0, -10, 0).Flat().Run();
        Assert.Equal("EURUSD b: 3 fill filled", run.StoryBySlot[^1]);
    }
}
