using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class StrategyDailyStopGateTests
{
    [Fact]
    public void A_stopped_strategy_is_blocked_on_all_its_symbols_and_no_other_is()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Of("a", "b").Risk(r => r with { PerStrategyDailyStopR = -1 })
            .At(0, d => d.Buy()).At(2, d => d.Buy(), "b").At(2, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal(["EURUSD b: 2 place accepted", "GBPUSD a: 2 place strategy_daily_stop"], run.StoryBySlot[^2..]);
        Assert.Equal("-1.00R <= -1R", run.Detail);
    }
}
