namespace Axfl.Engine;

/// <summary>What a fill costs: half the spread always, slippage where the plan says so, commission on notional.</summary>
internal sealed class CostModel(CostPlan plan)
{
    /// <summary>Distance of a fill from its price before costs, quote currency: half spread + slippage.</summary>
    public double Distance(Market market, double spread, SlippageOn kind)
    {
        var half = spread / 2;
        if ((plan.SlippageOn & kind) == 0) return half;
        var least = plan.MinSlippagePips * market.Instrument.Pip;
        var slip = double.IsNaN(market.Atr) || plan.AtrDivisor is not { } divisor ? least : Math.Max(least, market.Atr / divisor);
        return half + slip;
    }

    /// <summary>Commission of one fill, account currency.</summary>
    public double Commission(double units, double fill, double quoteValue) => units * fill * quoteValue * plan.CommissionPerMillion / 1e6;
}
