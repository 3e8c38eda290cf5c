using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class PortfolioHaltGateTests
{
    [Fact]
    public void While_the_portfolio_is_halted_every_strategy_is_blocked_on_every_symbol()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Of("a", "b").Risk(r => r with { GlobalDailyStopR = -1 })
            .At(0, d => d.Buy()).At(2, d => d.Buy(), "b", Scenario.GbpUsd).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal(("GBPUSD b: 2 place portfolio_halted", "-1.00R <= -1R"), (run.StoryBySlot[^1], run.Detail));
    }
}
