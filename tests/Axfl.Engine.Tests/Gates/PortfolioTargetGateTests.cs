using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class PortfolioTargetGateTests
{
    private static RunOutcome After(double target, double? stop = null) => new Scenario().Of("a", "b").Risk(r => r with { GlobalDailyTargetR = target, GlobalDailyStopR = stop })
        .At(0, d => d.Buy(target: 10)).At(2, d => d.Buy(), "b").Flat(count: 2).Bar(0, 10, 0, 0).Flat().Run();

    [Fact]
    public void Entries_are_blocked_on_the_day_that_reached_the_target()
    {
        var run = After(1);
        Assert.Equal(("portfolio_target", "1.00R >= 1R"), (run.Last, run.Detail));
    }

    [Fact]
    public void Below_it_they_are_not() => Assert.Equal("filled", After(1.01).Last);
}
