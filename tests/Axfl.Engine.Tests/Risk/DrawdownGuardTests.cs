using Axfl.Engine.Plan;
using Axfl.Engine.Risk;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Risk;

public class DrawdownGuardTests
{
    // A stop-out loses 500 of 100,000: half a percent.
    private static Scenario Guarded(double pct, int minutes) => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd)
        .Risk(r => r with { Drawdown = new DrawdownPlan(pct, minutes) });

    [Fact]
    public void A_fall_from_the_peak_locks_entries_for_the_cooloff_from_the_time_of_the_exit()
    {
        var run = Guarded(0.5, 10).At(0, d => d.Buy()).At(2, d => d.Buy()).At(3, d => d.Buy()).At(4, d => d.Buy())
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Flat(count: 2).Run();
        Assert.Equal(["2 place drawdown", "3 place drawdown", "4 place accepted"], run.Story[2..]);
        Assert.Equal("2026-01-13T07:15:00Z < 2026-01-13T07:20:00Z", run.Decisions[3].Detail);
        Assert.Equal([true, false], run.Halts.Select(h => h.Began));
        Assert.Equal([Scenario.Time(2), Scenario.Time(4)], run.Halts.Select(h => h.Time));
        Assert.All(run.Halts, h => Assert.Equal(DrawdownGuard.Kind, h.Kind));
    }

    [Fact]
    public void A_smaller_fall_does_not()
    {
        var run = Guarded(0.51, 10).At(0, d => d.Buy()).At(2, d => d.Buy()).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal("accepted", run.Last);
        Assert.Empty(run.Halts);
    }

    [Fact]
    public void The_peak_is_the_highest_equity_so_far()
    {
        // +1000 (2R) makes 101,000; a stop-out of 505 is 0.5 % of it.
        var run = Guarded(0.5, 60).At(0, d => d.Buy(target: 20)).At(2, d => d.Buy()).At(4, d => d.Buy())
            .Flat(count: 2).Step((0, 20, 0, 0), (0, 0, 0, 0)).Flat().Step((0, 0, -10, 0), (0, 0, 0, 0)).Run();
        Assert.Equal(100_495, run.Engine.View().Equity, 6);
        Assert.Equal("drawdown", run.Last);
    }

    [Fact]
    public void Pending_orders_stay_and_are_blocked_at_their_fill()
    {
        var run = Guarded(0.5, 60).At(0, d => d.Buy()).At(0, d => d.BuyStop(20, 10), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 20, 0, 0)).Run();
        Assert.Equal("GBPUSD a: 3 fill drawdown", run.StoryBySlot[^1]);
    }

    [Fact]
    public void Further_losses_do_not_extend_it()
    {
        // Locked at 07:10 until 07:20; a second loss at 07:15.
        var run = Guarded(0.5, 10).At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(4, d => d.Buy())
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 0, -10, 0)).Flat().Run();
        Assert.Equal("EURUSD a: 4 place accepted", run.StoryBySlot[^1]);
        Assert.Equal(2, run.Halts.Count);
    }

    [Fact]
    public void After_the_lock_the_peak_restarts_from_the_present_equity()
    {
        // 99,500 after the first loss. A loss of 0.1 % of it afterwards is no new fall of half a percent, although it is one from 100,000.
        var run = Guarded(0.5, 5)
            .At(0, d => d.Buy()).At(3, d => d.Buy(-50)).At(4, d => d.ExitPosition()).At(5, d => d.Buy(-30))
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Flat(count: 2).Flat(-10).Run();
        Assert.Equal(["SL", "EXIT"], run.Trades.Select(t => t.Reason.Name));
        Assert.Equal("accepted", run.Last);
    }

    [Fact]
    public void It_lasts_over_the_end_of_the_trading_day()
    {
        var run = Guarded(0.5, 3000).At(0, d => d.Buy()).At(288, d => d.Buy()).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Gap(285).Flat().Run();
        Assert.Equal("drawdown", run.Last);
    }

    [Fact]
    public void Exits_are_not_blocked()
    {
        var run = Guarded(0.5, 60).At(0, d => d.Buy()).At(0, d => d.Buy(target: 20), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 20, 0, 0)).Run();
        Assert.Equal("1 0 -> 3 20 TP", run.Ledger[^1]);
    }
}
