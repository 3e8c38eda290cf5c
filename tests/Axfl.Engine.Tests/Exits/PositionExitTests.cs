using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class PositionExitTests
{
    [Fact]
    public void A_clean_stop_out_without_costs_is_1R_lost()
    {
        Assert.Equal(-1, new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Trade.R, 9);
        Assert.Equal(-1, new Scenario().At(0, d => d.Sell()).Flat(count: 2).Bar(0, 10, 0, 0).Run().Trade.R, 9);
    }

    [Fact]
    public void A_target_twice_as_far_as_the_stop_loss_is_2R()
    {
        Assert.Equal(2, new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, 20, 0, 0).Run().Trade.R, 9);
        Assert.Equal(2, new Scenario().At(0, d => d.Sell(target: -20)).Flat(count: 2).Bar(0, 0, -20, 0).Run().Trade.R, 9);
    }

    [Fact]
    public void With_costs_a_stop_out_is_a_little_worse_than_1R_of_the_fill_s_own_risk() =>
        // Bought at 1, stop loss -10, sold at -11: -12 of 11.
        Assert.Equal(-12.0 / 11, new Scenario().Spread(2).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Trade.R, 9);

    [Fact]
    public void Commission_counts_in_R_of_the_initial_risk_amount()
    {
        // 500,000 units at 1.1 and 1.099 = 550,000 and 549,500 of notional; 100 a million: 55 + 54.95 of the 500 at risk.
        var trade = new Scenario().Costs(c => c with { CommissionPerMillion = 100 }).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Trade;
        Assert.Equal(-1 - 109.95 / 500, trade.R, 9);
    }

    [Fact]
    public void Profit_is_the_distance_of_the_fills_times_units()
    {
        Assert.Equal(1000, new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, 20, 0, 0).Run().Trade.Pnl, 6);
        Assert.Equal(-500, new Scenario().At(0, d => d.Sell()).Flat(count: 2).Bar(0, 10, 0, 0).Run().Trade.Pnl, 6);
    }
}
