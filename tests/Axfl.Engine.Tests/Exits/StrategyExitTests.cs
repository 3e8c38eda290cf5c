using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class StrategyExitTests
{
    [Fact]
    public void A_strategy_closes_its_position_at_the_open_of_the_next_bar()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.ExitPosition()).Flat(count: 2).Bar(4, 9, 4, 4).Run();
        Assert.Equal(["1 0 -> 2 4 EXIT"], run.Ledger);
    }

    [Fact]
    public void Without_a_position_nothing_happens_and_a_later_one_is_not_closed()
    {
        var run = new Scenario().At(0, d => d.ExitPosition()).At(0, d => d.Buy()).Flat(count: 4).Run();
        Assert.Empty(run.Trades);
    }

    [Fact]
    public void What_it_asked_for_one_position_is_not_done_to_the_next()
    {
        // Asked at bar 1; the open of bar 2 gaps over nothing: EXIT. The next position, bought at bar 3, stays.
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.ExitPosition()).At(2, d => d.Buy()).Flat(count: 6).Run();
        Assert.Single(run.Trades);
        Assert.Single(run.Engine.View().Positions);
    }

    [Fact]
    public void It_closes_its_own_alone()
    {
        var run = new Scenario().Of("a", "b").At(0, d => d.Buy(), "a").At(1, d => d.ExitPosition(), "b").Flat(count: 4).Run();
        Assert.Empty(run.Trades);
    }
}
