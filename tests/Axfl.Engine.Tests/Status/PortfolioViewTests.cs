using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Status;

/// <summary>The state of the portfolio at one moment, for status.</summary>
public class PortfolioViewTests
{
    [Fact]
    public void A_position_is_marked_as_if_closed_at_the_last_close_with_all_costs()
    {
        var position = Assert.Single(new Scenario().Spread(2).Costs(_ => new CostPlan()).At(0, d => d.Buy(target: 30)).Flat(count: 2).Flat(10).Run().Engine.View().Positions);
        // Bought at 2 (spread 1, slippage 1), 12 pips from the stop loss: 416,666 units; sold at 8: half an R.
        Assert.Equal(("EURUSD", "a", "long", 416_666, 2), (position.Symbol, position.Strategy, position.Side, position.Units, position.BarsHeld));
        Assert.Equal([2, -10, 30], new[] { position.Entry, position.Sl, position.Tp!.Value }.Select(Pips.Of));
        Assert.Equal(0.5, position.ROpen, 9);
        Assert.Equal(416_666 * 0.0006, position.PnlOpen, 6);
        Assert.Equal(EventTime.ToDateTime(Scenario.Time(1)), position.EntryTime);
    }

    [Fact]
    public void A_short_is_marked_by_buying_back()
    {
        var position = Assert.Single(new Scenario().Spread(2).At(0, d => d.Sell(9)).Flat(count: 2).Flat(-6).Run().Engine.View().Positions);
        // Sold at -1, 10 pips from the stop loss; bought back at -5.
        Assert.Equal("short", position.Side);
        Assert.Null(position.Tp);
        Assert.Equal(0.4, position.ROpen, 9);
    }

    [Fact]
    public void A_waiting_order_is_shown_with_its_expiry()
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
