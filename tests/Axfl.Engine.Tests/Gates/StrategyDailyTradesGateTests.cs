using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class StrategyDailyTradesGateTests
{
    [Fact]
    public void Entries_of_the_day_over_all_symbols_are_limited()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { PerStrategyDailyTrades = 2 })
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(2, d => d.Buy())
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("2 place strategy_daily_trades", run.Story[^1]);
        Assert.Equal("2 >= 2", run.Detail);
    }

    [Fact]
    public void A_second_order_of_the_last_entry_is_blocked_at_its_fill()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { PerStrategyDailyTrades = 1 })
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        Assert.Equal("GBPUSD a: 1 fill strategy_daily_trades", run.StoryBySlot[^1]);
    }

    [Fact]
    public void Another_strategy_has_its_own_count()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { PerStrategyDailyTrades = 1 })
            .At(0, d => d.Buy(), "a").At(0, d => d.Buy(), "b").Flat(count: 2).Run();
        Assert.Equal(2, run.Engine.View().Positions.Count);
    }

    [Fact]
    public void The_count_starts_anew_with_the_trading_day()
    {
        // 288 bars of 5 minutes later it is 07:00 of the next day.
        var run = new Scenario().Risk(r => r with { PerStrategyDailyTrades = 1 }).At(0, d => d.Buy()).At(2, d => d.Buy()).At(288, d => d.Buy())
            .Flat(count: 2).Bar(0, 0, -10, 0).Gap(285).Flat(count: 2).Run();
        Assert.Equal(["0 place accepted", "1 fill filled", "2 place strategy_daily_trades", "288 place accepted", "289 fill filled"], run.Story);
    }
}
