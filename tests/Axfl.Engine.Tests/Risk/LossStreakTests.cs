using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Risk;

public class LossStreakTests
{
    private static string[] Halts(RunOutcome run) => [.. run.Halts.Select(h => $"{(h.Began ? "began" : "ended")} {(h.Time - Scenario.Start) / 300_000} {h.Strategy} {h.Value:0} of {h.Limit:0}")];

    // A strategy that buys at the close of each bar but that of its exit; each second bar stops it out.
    private static Scenario Losing(int losses, int minutes) => new Scenario().Risk(r => r with { LossStreak = new LossStreakPlan(losses, minutes) });

    [Fact]
    public void It_begins_after_so_many_losses_in_a_row_and_ends_by_itself()
    {
        var run = Losing(2, 10).At(0, d => d.Buy()).At(1, d => d.Buy()).Flat().Bar(0, 0, -10, 0).Bar(0, 0, -10, 0).Flat(count: 4).Run();
        Assert.Equal(["1 0 -> 1 -10 SL", "2 0 -> 2 -10 SL"], run.Ledger);
        Assert.Equal(["began 2 a 2 of 2", "ended 4 a 0 of 2"], Halts(run));
        Assert.Contains("a pauses: 2 losses in a row", run.Halts[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public void A_trade_without_a_loss_starts_the_count_again(double target)
    {
        var run = Losing(2, 10).At(0, d => d.Buy()).At(1, d => d.Buy(target: target > 0 ? target : double.NaN)).At(2, d => d.ExitPosition()).At(3, d => d.Buy())
            .Flat().Bar(0, 0, -10, 0).Bar(0, target, 0, 0).Flat().Bar(0, 0, -10, 0).Run();
        Assert.Equal(3, run.Trades.Count);
        Assert.Empty(run.Halts);
    }

    [Fact]
    public void A_loss_during_the_pause_counts_and_can_start_it_anew()
    {
        // Two positions at the same time: both are stopped out, one bar after the other.
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { LossStreak = new LossStreakPlan(1, 10) })
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Step((0, 0, -10, 0), (0, 0, 0, 0)).Step((0, 0, 0, 0), (0, 0, -10, 0)).Flat(count: 3).Run();
        Assert.Equal(["began 2 a 1 of 1", "ended 3 a 1 of 1", "began 3 a 1 of 1", "ended 5 a 0 of 1"], Halts(run));
    }

    [Fact]
    public void It_goes_on_across_days()
    {
        var run = Losing(1, 2000).At(0, d => d.Buy()).Flat().Bar(0, 0, -10, 0).Run();
        run.Engine.OnClock(EngineHarness.At("2026-01-14T12:00:00Z"));
        Assert.Single(run.Engine.Risk().Halts);
        run.Engine.OnClock(EngineHarness.At("2026-01-14T17:00:00Z"));
        Assert.Empty(run.Engine.Risk().Halts);
    }
}
