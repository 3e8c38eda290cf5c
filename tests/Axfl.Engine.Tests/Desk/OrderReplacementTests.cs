using Axfl.Contracts;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Desk;

public class OrderReplacementTests
{
    [Fact]
    public void An_accepted_entry_replaces_the_pending_one()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).At(1, d => d.SellStop(-5)).Flat(count: 2).Bar(0, 5, -5, 0).Run();
        Assert.Equal(["0 place accepted", "1 cancel replaced", "1 place accepted", "2 fill filled"], run.Story);
        Assert.Equal([Side.Long, Side.Long, Side.Short, Side.Short], run.Decisions.Select(d => d.Order.Side));
    }

    [Fact]
    public void A_blocked_one_leaves_it_pending()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).At(1, d => d.SellStop(-5, double.NaN)).Flat(count: 2).Bar(0, 5, 0, 0).Run();
        Assert.Equal(["0 place accepted", "1 place risk_distance", "2 fill filled"], run.Story);
    }
}
