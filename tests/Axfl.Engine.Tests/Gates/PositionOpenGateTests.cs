using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class PositionOpenGateTests
{
    [Fact]
    public void A_slot_with_a_position_takes_no_second_entry()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.Buy()).Flat(count: 2).Run();
        Assert.Equal(["0 place accepted", "1 fill filled", "1 place position_open"], run.Story);
        Assert.Equal("1 >= 1", run.Detail);
    }

    [Fact]
    public void Another_strategy_on_the_symbol_may_enter()
    {
        var run = new Scenario().Of("a", "b").At(0, d => d.Buy(), "a").At(1, d => d.Buy(), "b").Flat(count: 3).Run();
        Assert.Equal("EURUSD b: 2 fill filled", run.StoryBySlot[^1]);
    }
}
