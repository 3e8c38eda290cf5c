using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Costs;

public class CostModelTests
{
    [Fact]
    public void Half_the_spread_is_paid_on_each_fill_by_the_buyer_above_by_the_seller_below()
    {
        Assert.Equal(["1 1 -> 2 -11 SL"], new Scenario().Spread(2).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Ledger);
        Assert.Equal(["1 -1 -> 2 11 SL"], new Scenario().Spread(2).At(0, d => d.Sell()).Flat(count: 2).Bar(0, 10, 0, 0).Run().Ledger);
        Assert.Equal(["1 1 -> 2 19 TP"], new Scenario().Spread(2).At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, 20, 0, 0).Run().Ledger);
    }

    [Fact]
    public void Stops_and_targets_are_watched_on_mid_prices()
    {
        // A spread of 8: the bid is 4 below, but the mid never reaches the stop loss.
        var run = new Scenario().Spread(8).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -9.9, 0).Run();
        Assert.Empty(run.Trades);
    }

    [Fact]
    public void Trade_costs_are_distances_times_units_times_quote_value_plus_commissions()
    {
        // Spread 2, slippage 1: 2 pips from the price at each fill. Bought at 2, stop loss -10: 12 pips at risk, 500 / 0.0012 = 416,666 units; 2 x 2 pips on them.
        var run = new Scenario().Spread(2).Costs(c => new CostPlan()).At(0, d => d.Buy()).At(1, d => d.ExitPosition()).Flat(count: 3).Run();
        Assert.Equal(416_666, run.Trade.Units);
        Assert.Equal(416_666 * 0.0004, run.Trade.Costs, 9);
    }
}
