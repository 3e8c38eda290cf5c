using Axfl.Contracts;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Status;

/// <summary>The state of the portfolio at one moment, for status.</summary>
public class PortfolioViewTests
{
    [Fact]
    public void A_pending_order_is_shown_with_its_expiry()
    {
        var order = Assert.Single(new Scenario().At(1, d => d.SellStop(-5, target: -20, untilBar: 9)).Flat(count: 3).Run().Engine.View().Pending);
        Assert.Equal(("EURUSD", "a", "short", "stop"), (order.Symbol, order.Strategy, order.Side, order.Type));
        Assert.Equal([-5, 10, -20], new[] { order.Price, order.Sl, order.Tp!.Value }.Select(Pips.Of));
        Assert.Equal((EventTime.ToDateTime(Scenario.Time(1)), EventTime.ToDateTime(Scenario.Time(9))), (order.Placed, order.Expiry));
    }

    [Fact]
    public void Without_target_and_expiry_they_are_null()
    {
        var order = Assert.Single(new Scenario().At(0, d => d.BuyLimit(-5)).Flat().Run().Engine.View().Pending);
        Assert.Null(order.Tp);
        Assert.Null(order.Expiry);
    }

    [Fact]
    public void Positions_come_in_the_order_of_the_plan()
    {
        var view = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Of("b", "a").At(0, d => d.Buy(), "a").At(0, d => d.Buy(), "a", Scenario.GbpUsd)
            .At(1, d => d.Buy(), "b").Flat(count: 3).Run().Engine.View();
        Assert.Equal(["EURUSD b", "EURUSD a", "GBPUSD a"], view.Positions.Select(p => $"{p.Symbol} {p.Strategy}"));
        Assert.False(view.Halted);
        Assert.Empty(view.Blocked);
    }
}
