using Axfl.Engine.Results;
using Axfl.Engine.Risk;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Risk;

public class StrategyDailyStopTests
{
    private static Scenario Limited(double stop) => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Of("a", "b")
        .Risk(r => r with { PerStrategyDailyStopR = stop });

    [Fact]
    public void A_strategy_whose_R_today_reached_the_stop_takes_no_entry_on_any_symbol()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(2, d => d.Buy(), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("GBPUSD a: 2 place strategy_daily_stop", run.StoryBySlot[^1]);
        Assert.Equal("-1.00R <= -1R", run.Detail);
        Assert.Equal(new HaltRecord(Scenario.Time(2), StrategyDailyStop.Kind, true, "a", -1, -1), Assert.Single(run.Halts) with { Value = -1 });
        Assert.Equal(-1, run.Halts[0].Value, 9);
    }

    [Fact]
    public void Above_the_stop_it_trades_on()
    {
        var run = Limited(-1.01).At(0, d => d.Buy()).At(2, d => d.Buy()).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("accepted", run.Last);
        Assert.Empty(run.Halts);
    }

    [Fact]
    public void Another_strategy_trades_on()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(2, d => d.Buy(), "b").Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("EURUSD b: 2 place accepted", run.StoryBySlot[^1]);
    }

    [Fact]
    public void It_is_latched_although_the_R_of_the_day_recovers_and_is_said_once()
    {
        // EURUSD loses 1R in bar 2; GBPUSD wins 2R in bar 3: the day stands at +1R and the strategy stays stopped.
        var run = Limited(-1).At(0, d => d.Buy()).At(0, d => d.Buy(target: 20), symbol: Scenario.GbpUsd).At(3, d => d.Buy())
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 20, 0, 0)).Run();
        Assert.Equal(1, run.Trades.Sum(t => t.R), 9);
        Assert.Equal("EURUSD a: 3 place strategy_daily_stop", run.StoryBySlot[^1]);
        Assert.Single(run.Halts);
    }

    [Fact]
    public void It_ends_with_the_trading_day()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(288, d => d.Buy()).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Gap(285).Flat().Run();
        Assert.Equal("EURUSD a: 288 place accepted", run.StoryBySlot[^1]);
    }

    [Fact]
    public void Pending_orders_stay_and_are_blocked_at_their_fill()
    {
        var run = Limited(-1).At(0, d => d.Buy()).At(0, d => d.BuyStop(20, 10), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 20, 0, 0)).Run();
        Assert.Equal("GBPUSD a: 3 fill strategy_daily_stop", run.StoryBySlot[^1]);
    }
}
