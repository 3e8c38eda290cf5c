using Axfl.Engine.Exits;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class CooldownGateTests
{
    // Bought at bar 1, stopped inside bar 2 (07:10); a new order at the close of each later bar.
    private static Scenario AfterALoss(int minutes, double stop = -10) => new Scenario().Risk(r => r with { CooldownMinutes = minutes })
        .At(0, d => d.Buy(stop)).At(2, d => d.Buy()).At(3, d => d.Buy()).At(4, d => d.Buy())
        .Flat(count: 2).Bar(0, 0, -10, 0).Flat(count: 2);

    [Fact]
    public void Entries_are_blocked_until_the_minutes_since_the_losing_exit_have_passed()
    {
        var run = AfterALoss(10).Run();
        Assert.Equal(["0 place accepted", "1 fill filled", "2 place cooldown", "3 place cooldown", "4 place accepted"], run.Story);
        Assert.Equal("5 min < 10 min", run.Decisions[3].Detail);
    }

    [Fact]
    public void With_0_minutes_there_is_no_cooldown() => Assert.Equal("2 place accepted", AfterALoss(0).Run().Story[2]);

    [Fact]
    public void A_winning_exit_starts_no_cooldown()
    {
        var run = new Scenario().Risk(r => r with { CooldownMinutes = 60 })
            .At(0, d => d.Buy(target: 10)).At(2, d => d.Buy()).Flat(count: 2).Bar(0, 10, 0, 0).Run();
        Assert.Equal(ExitReasons.Target, run.Trade.Reason);
        Assert.Equal("accepted", run.Last);
    }

    [Fact]
    public void An_exit_at_0R_is_no_loss()
    {
        var run = new Scenario().Risk(r => r with { CooldownMinutes = 60 })
            .At(0, d => d.Buy()).At(1, d => d.ExitPosition()).At(2, d => d.Buy()).Flat(count: 3).Run();
        Assert.Equal(0, run.Trade.R, 9);
        Assert.Equal("accepted", run.Last);
    }

    [Fact]
    public void It_belongs_to_the_slot_another_strategy_trades_on()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { CooldownMinutes = 60 })
            .At(0, d => d.Buy(), "a").At(2, d => d.Buy(), "b").Flat(count: 2).Bar(0, 0, -10, 0).Run();
        Assert.Equal("EURUSD b: 2 place accepted", run.StoryBySlot[^1]);
    }

    [Fact]
    public void With_0_minutes_an_exit_whose_time_lies_after_the_open_of_the_bar_in_hand_blocks_nothing()
    {
        // Filled at the close of bar 1 (07:10) at a loss; the gate of the order placed at the same close has the time 07:05.
        var run = AtTheClose(0);
        Assert.Equal("1 fill filled", run.Story[^1]);
        Assert.Equal(Scenario.Time(2), run.Trade.ExitTime);
    }

    [Fact]
    public void A_losing_exit_after_the_open_of_the_bar_in_hand_was_0_minutes_ago()
    {
        var run = AtTheClose(5);
        Assert.Equal(("cooldown", "0 min < 5 min"), (run.Last, run.Detail));
    }

    private static RunOutcome AtTheClose(int minutes) => new Scenario().Risk(r => r with { CooldownMinutes = minutes }).Plan(p => p with { FillAtClose = true })
        .At(0, d => d.Buy()).At(1, d => d.ExitPosition()).At(1, d => d.Buy(-20)).Flat().Flat(-5).Run();
}
