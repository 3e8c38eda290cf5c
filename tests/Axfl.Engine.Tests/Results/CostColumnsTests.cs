using Axfl.Engine.Plan;
using Axfl.Engine.Results;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Results;

/// <summary>The costs of a trade apart, and what it risked.</summary>
public class CostColumnsTests
{
    // Bought and stopped out: half spread 1 pip, slippage 0.5 pip a fill. Units 500 / (1.5 + 10 pips).
    private static TradeRecord Trade(double commission) => new Scenario().Spread(2)
        .Costs(c => c with { SlippageOn = SlippageOn.Entry | SlippageOn.Stop, MinSlippagePips = 0.5, AtrDivisor = null, CommissionPerMillion = commission })
        .At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Trade;

    [Fact]
    public void Half_spreads_slippage_and_commission_of_both_fills_add_up_to_the_costs()
    {
        var trade = Trade(commission: 30);
        Assert.Equal(434_782, trade.Units);
        Assert.Equal(2 * trade.Units * 0.0001, trade.CostSpread, 9);
        Assert.Equal(2 * trade.Units * 0.00005, trade.CostSlippage, 9);
        Assert.Equal(trade.Units * (1.10015 + 1.09885) * 30 / 1e6, trade.CostCommission, 9);
        Assert.Equal(trade.Costs, trade.CostSpread + trade.CostSlippage + trade.CostCommission, 9);
    }

    [Fact]
    public void Risk_is_the_initial_risk_amount() => Assert.Equal(434_782 * 0.00115, Trade(commission: 0).Risk, 6);
}
