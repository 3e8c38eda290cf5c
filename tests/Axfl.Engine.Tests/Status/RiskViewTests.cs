using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Status;

/// <summary>What holds the portfolio back at one moment.</summary>
public class RiskViewTests
{
    [Fact]
    public void The_portfolio_comes_first_with_the_entries_of_all_strategies()
    {
        var risk = new Scenario().Of("a", "b").Risk(r => r with { GlobalDailyStopR = -5, PerStrategyDailyStopR = -3, PerStrategyDailyTrades = 4 })
            .At(0, d => d.Buy(), "a").At(2, d => d.Buy(), "a").At(0, d => d.Buy(), "b").Flat().Flat().Bar(0, 0, -10, 0).Flat().Run().Engine.Risk();
        Assert.Equal([(null, 3, null), ("a", 2, 4), ("b", 1, 4)], risk.Limits.Select(l => (l.Strategy, l.Entries, l.MaxEntries)));
        Assert.Equal([-2, -1, -1], risk.Limits.Select(l => Math.Round(l.R, 9)));
        Assert.Equal([-5, -3, -3], risk.Limits.Select(l => l.StopR!.Value));
    }

    [Fact]
    public void A_halt_names_its_strategy_and_that_of_the_portfolio_none()
    {
        var risk = new Scenario().Risk(r => r with { GlobalDailyStopR = -1, PerStrategyDailyStopR = -1, Drawdown = new DrawdownPlan(0.5, 120) })
            .At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Engine.Risk();
        Assert.Equal([("portfolio_halted", null), ("drawdown", null), ("strategy_daily_stop", "a")], risk.Halts.Select(h => (h.Halt, h.Strategy)));
    }

    [Fact]
    public void A_symbol_stands_at_its_last_complete_bar()
    {
        var market = Assert.Single(new Scenario().Spread(1.5).Flat(3, 2).Run().Engine.Risk().Markets);
        Assert.Equal(("EURUSD", Scenario.Time(1)), (market.Symbol, market.BarTime));
        Assert.Equal((3, 0.00015), (Math.Round(Pips.Of(market.Close), 6), Math.Round(market.Spread, 9)));
    }
}
