using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Desk;

public class OrderCancelTests
{
    [Fact]
    public void A_strategy_cancels_its_pending_entry()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).At(1, d => d.CancelEntry()).Flat(count: 2).Bar(0, 9, 0, 0).Run();
        Assert.Equal(["0 place accepted", "1 cancel strategy"], run.Story);
    }

    [Fact]
    public void Without_one_nothing_happens() => Assert.Empty(new Scenario().At(0, d => d.CancelEntry()).Flat().Run().Decisions);

    [Fact]
    public void It_cancels_its_own_alone()
    {
        var run = new Scenario().Of("a", "b").At(0, d => d.BuyStop(5), "a").At(1, d => d.CancelEntry(), "b").Flat(count: 2).Run();
        Assert.Single(run.Engine.View().Pending);
    }
}
