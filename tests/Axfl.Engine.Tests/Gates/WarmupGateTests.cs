using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class WarmupGateTests
{
    [Fact]
    public void An_entry_at_the_close_of_a_bar_before_the_start_is_blocked_at_placing()
    {
        var run = new Scenario().Plan(p => p with { Since = Scenario.Time(1) }).At(0, d => d.Buy()).Flat(count: 2).Run();
        Assert.Equal(["0 place warmup"], run.Story);
        Assert.Equal("2026-01-13T07:00:00Z < 2026-01-13T07:05:00Z", run.Detail);
    }

    [Fact]
    public void The_bar_that_opens_at_the_start_trades()
    {
        var run = new Scenario().Plan(p => p with { Since = Scenario.Time(1) }).At(1, d => d.Buy()).Flat(count: 3).Run();
        Assert.Equal(["1 place accepted", "2 fill filled"], run.Story);
    }
}
