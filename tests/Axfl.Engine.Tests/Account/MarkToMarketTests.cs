using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

/// <summary>An open position is worth what closing it at the last close would bring, with all costs.</summary>
public class MarkToMarketTests
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
}
