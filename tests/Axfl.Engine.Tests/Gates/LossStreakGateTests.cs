using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class LossStreakGateTests
{
    // A loss in bar 2 (07:10) pauses for ten minutes.
    private static RunOutcome EntryAt(int bar, string strategy = "a") => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Of("a", "b")
        .Risk(r => r with { LossStreak = new LossStreakPlan(1, 10) })
        .At(0, d => d.Buy()).At(bar, d => d.Buy(), strategy, Scenario.GbpUsd).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Flat(count: 4).Run();

    [Fact]
    public void A_strategy_that_pauses_is_blocked_on_all_its_symbols_from_the_exit_on()
    {
        var run = EntryAt(3);
        Assert.Equal(("loss_streak", "2026-01-13T07:15:00Z < 2026-01-13T07:20:00Z"), (run.Last, run.Detail));
        Assert.Equal("loss_streak", EntryAt(2).Last);
    }

    [Fact]
    public void At_the_end_of_the_pause_it_is_not() => Assert.Contains("GBPUSD a: 4 place accepted", EntryAt(4).StoryBySlot);

    [Fact]
    public void Another_strategy_trades_on() => Assert.Contains("GBPUSD b: 3 place accepted", EntryAt(3, "b").StoryBySlot);
}
