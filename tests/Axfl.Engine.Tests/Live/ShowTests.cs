using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Live;

/// <summary>A strategy that is made again after a restart is shown the bars it saw before.</summary>
public class ShowTests
{
    [Fact]
    public void It_sees_the_bar_and_its_orders_are_not_taken()
    {
        var seen = new List<long>();
        var run = new RunOutcome(EngineHarness.Plan((bar, desk) =>
        {
            seen.Add(bar.Time);
            desk.Buy();
            desk.CancelEntry();
            desk.ExitPosition();
        }));
        run.Engine.Show(0, Scenario.BarAt(3, 0, 1, -1, 0));
        Assert.Equal([Scenario.Time(3)], seen);
        Assert.Empty(run.Decisions);
        Assert.Empty(run.Engine.View().Pending);
    }
}
