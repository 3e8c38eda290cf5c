using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Costs;

/// <summary>What a fill costs: half the spread always, slippage where the plan says so, commission on notional.</summary>
internal sealed class CostModel(CostPlan plan)
{
    /// <summary>Half spread and slippage of one fill, quote currency.</summary>
    public FillCost Of(Market market, double spread, SlippageOn kind) => Of(market, spread, kind, market.Atr);

    /// <summary>The same at another average true range; NaN: there is none.</summary>
    public FillCost Of(Market market, double spread, SlippageOn kind, double atr)
    {
        var half = spread / 2;
        if ((plan.SlippageOn & kind) == 0) return new FillCost(half, 0);
        var least = plan.MinSlippagePips * market.Instrument.Pip;
        var slippage = double.IsNaN(atr) || plan.AtrDivisor is not { } divisor ? least : Math.Max(least, atr / divisor);
        return new FillCost(half, slippage * market.SlippageFactor);
    }

    /// <summary>Commission of one fill, account currency.</summary>
    public double Commission(double units, double fill, double quoteValue) => units * fill * quoteValue * plan.CommissionPerMillion / 1e6;
}

/// <summary>Half spread and slippage of one fill, quote currency.</summary>
internal readonly record struct FillCost(double Half, double Slippage)
{
    /// <summary>Distance of the fill from its price before costs.</summary>
    public double Distance => Half + Slippage;

    /// <summary>The fill of a purchase: price + half + slippage.</summary>
    public double Buy(double price) => price + Half + Slippage;

    /// <summary>The fill of a sale: price - half - slippage.</summary>
    public double Sell(double price) => price - Half - Slippage;
}
