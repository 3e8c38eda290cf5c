using Axfl.Engine.Plan;
using Axfl.Engine.Risk;
using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Live;

/// <summary>Time has passed without a trade.</summary>
public class ClockTests
{
    [Fact]
    public void Pending_entries_out_of_session_are_cancelled()
    {
        var run = new Scenario().Window("07:00", "07:15").At(0, d => d.BuyStop(5)).Flat().Run();
        run.Engine.OnClock(Scenario.Time(2.9));
        Assert.Single(run.Engine.View().Pending);
        run.Engine.OnClock(Scenario.Time(3));
        Assert.Equal("3 cancel session", run.Story[^1]);
    }

    [Fact]
    public void A_new_trading_day_begins()
    {
        var run = new Scenario().Risk(r => r with { GlobalDailyStopR = -1 }).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run();
        Assert.True(run.Engine.View().Halted);
        run.Engine.OnClock(EngineHarness.At("2026-01-13T23:59:59.999Z"));
        Assert.True(run.Engine.View().Halted);
        run.Engine.OnClock(EngineHarness.At("2026-01-14T00:00:00Z"));
        Assert.False(run.Engine.View().Halted);
    }

    [Fact]
    public void A_drawdown_lock_ends()
    {
        var run = new Scenario().Risk(r => r with { Drawdown = new DrawdownPlan(0.5, 10) }).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run();
        run.Engine.OnClock(Scenario.Time(4) - 1);
        Assert.Single(run.Halts);
        run.Engine.OnClock(Scenario.Time(4));
        Assert.Equal((DrawdownGuard.Kind, false), (run.Halts[^1].Kind, run.Halts[^1].Began));
    }

    [Fact]
    public void Positions_are_not_touched()
    {
        var run = new Scenario().Window("07:00", "07:15").TimeStop(5).At(0, d => d.Buy()).Flat(count: 2).Run();
        run.Engine.OnClock(Scenario.Time(9));
        Assert.Empty(run.Trades);
    }

    [Fact]
    public void A_time_that_went_back_rolls_no_day_back()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run();
        run.Engine.OnClock(Scenario.Time(288));
        run.Engine.OnClock(Scenario.Time(3));
        Assert.Equal("2026-01-14", TradingDay.Format(run.Engine.View().Day));
    }
}
