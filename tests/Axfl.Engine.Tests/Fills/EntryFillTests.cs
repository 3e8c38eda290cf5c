using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

public class EntryFillTests
{
    [Fact]
    public void An_order_blocked_at_its_fill_is_gone()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy(), "a").At(0, d => d.BuyStop(5), "b").Flat(count: 2).Bar(0, 5, 0, 0).Bar(0, 0, -10, 0).Bar(0, 9, 0, 0).Run();
        Assert.Equal("EURUSD b: 2 fill max_open_positions", run.StoryBySlot[^1]);
        Assert.Empty(run.Engine.View().Pending);
    }
}
