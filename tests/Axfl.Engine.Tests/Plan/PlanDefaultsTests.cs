using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Plan;

/// <summary>What a plan says when nothing is said.</summary>
public class PlanDefaultsTests
{
    [Fact]
    public void Limits()
    {
        var risk = new RiskPlan();
        Assert.Equal((-5, -2, 3), (risk.GlobalDailyStopR, risk.PerStrategyDailyStopR, risk.PerStrategyDailyTrades));
        Assert.Equal((2, 1, null, 1), (risk.MaxOpenPositions, risk.MaxSymbolPositions, risk.MaxSpreadPips, risk.MinStopPips));
        Assert.Equal((0, false, false, null), (risk.CooldownMinutes, risk.HaltCountsOpen, risk.FlattenOnHalt, risk.Drawdown));
    }

    [Fact]
    public void Run()
    {
        var plan = new EnginePlan { Since = 0, Interval = new Axfl.Contracts.Interval(5), Symbols = [], Strategies = [] };
        Assert.Equal((IntrabarPolicy.Worst, false, true, false), (plan.Intrabar, plan.FillAtClose, plan.CloseAtEnd, plan.MeasuredSpread));
        Assert.Equal((TimeZoneInfo.Utc, 0), (plan.TradingDay.Zone, plan.TradingDay.Start.Minutes));
    }

    [Fact]
    public void An_engine_needs_a_plan_and_an_observer()
    {
        Assert.Equal("plan", Assert.Throws<ArgumentNullException>(() => new PortfolioEngine(null!, new EngineHarness())).ParamName);
        Assert.Equal("observer", Assert.Throws<ArgumentNullException>(() => new PortfolioEngine(new Scenario().Build(), null!)).ParamName);
    }
}
