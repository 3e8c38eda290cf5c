using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class DrawdownGateTests
{
    // A loss of half a percent at bar 2 locks for ten minutes.
    private static RunOutcome EntryAt(int bar) => new Scenario().Risk(r => r with { Drawdown = new DrawdownPlan(0.5, 10) })
        .At(0, d => d.Buy()).At(bar, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Flat(count: 3).Run();

    [Fact]
    public void Entries_are_blocked_until_the_end_of_the_lock()
    {
        var run = EntryAt(3);
        Assert.Equal(("drawdown", "2026-01-13T07:15:00Z < 2026-01-13T07:20:00Z"), (run.Last, run.Detail));
    }

    [Fact]
    public void At_its_end_they_are_not() => Assert.Contains("4 place accepted", EntryAt(4).Story);
}
