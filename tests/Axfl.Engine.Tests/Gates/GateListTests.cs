using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

/// <summary>Of the gates that would block an order the first is recorded.</summary>
public class GateListTests
{
    [Fact]
    public void Warm_up_comes_before_session()
    {
        var run = new Scenario().Window("08:00", "09:00").Plan(p => p with { Since = Scenario.Time(1) }).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal("warmup", run.Last);
    }

    [Fact]
    public void Session_comes_before_a_stale_price()
    {
        var run = new Scenario().Window("08:00", "09:00").At(0, d => d.Buy()).Run();
        run.Engine.SetStale(0, true);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0))]);
        Assert.Equal("session", run.Last);
    }

    // One loss of 1R in bar 2 trips every limit it can, and the order after it has a wide spread, its stop loss on the wrong side and too far away for one
    // step of units (3 % of 97,600 over 80 pips are 366,000). Then each is taken away and the next in order is recorded.
    [Theory]
    [InlineData(0, "portfolio_halted")]
    [InlineData(1, "drawdown")]
    [InlineData(2, "strategy_daily_stop")]
    [InlineData(3, "strategy_daily_trades")]
    [InlineData(4, "cooldown")]
    [InlineData(5, "spread")]
    [InlineData(6, "risk_distance")]
    [InlineData(7, "size")]
    [InlineData(8, "accepted")]
    public void After_a_loss_they_block_in_the_order_of_the_page(int removed, string result)
    {
        var run = new Scenario().Plan(p => p with { MeasuredSpread = true })
            .Account(a => a with { RiskPerTradePct = 3, UnitStep = removed > 7 ? 1 : 400_000 })
            .Risk(r => r with
            {
                GlobalDailyStopR = removed > 0 ? null : -1, Drawdown = removed > 1 ? null : new DrawdownPlan(0.4, 60), PerStrategyDailyStopR = removed > 2 ? null : -1,
                PerStrategyDailyTrades = removed > 3 ? null : 1, CooldownMinutes = removed > 4 ? 0 : 60, MaxSpreadPips = removed > 5 ? null : 1,
            })
            .At(0, d => d.Buy(-60)).At(2, d => d.Buy(removed > 6 ? -80 : 80))
            .Raw(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0, 0)).Raw(new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0), 0, 0))
            .Raw(new StepBar(0, Scenario.BarAt(2, 0, 0, -60, 0), 0.0002, 0.0002)).Run();
        Assert.Equal(result, run.Last);
    }

    [Fact]
    public void An_open_position_comes_before_the_distance_of_the_stop_loss()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.Buy(double.NaN)).Flat(count: 2).Run();
        Assert.Equal("position_open", run.Last);
    }

    [Fact]
    public void The_places_of_the_symbol_come_before_those_of_the_portfolio_and_both_before_the_spread()
    {
        RunOutcome Run(int? symbol, int? portfolio) => new Scenario().Of("a", "b").Plan(p => p with { MeasuredSpread = true })
            .Risk(r => r with { MaxSymbolPositions = symbol, MaxOpenPositions = portfolio, MaxSpreadPips = 1 })
            .At(0, d => d.Buy(), "a").At(1, d => d.Buy(), "b").Raw(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0, 0))
            .Raw(new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0), 0, 0)).Raw(new StepBar(0, Scenario.BarAt(2, 0, 0, 0, 0), 0.0005, 0)).Run();
        Assert.Equal("max_symbol_positions", Run(1, 1).Last);
        Assert.Equal("max_open_positions", Run(null, 1).Last);
        Assert.Equal("spread", Run(null, null).Last);
    }
}
