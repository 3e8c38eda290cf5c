using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks an order without a stop loss, with one on the wrong side, or with one that is too near. Measured from the price before costs.</summary>
internal sealed class RiskDistanceGate() : Gate("risk_distance")
{
    /// <inheritdoc/>
    public override bool HasShadow => false;

    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check)
    {
        var pip = check.Market.Instrument.Pip;
        var least = check.Risk.MinStopPips;
        var distance = (check.Price - check.Order.StopLoss) * (int)check.Order.Side;
        return double.IsNaN(distance) || !Prices.Above(distance, 0) || Prices.Below(distance, least * pip) ? new Compared(distance / pip, least) : null;
    }

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => double.IsNaN(decision.Order.StopLoss) ? "no stop loss"
        : decision.Left <= 0 ? "stop loss on the wrong side"
        : $"{DetailText.Number(decision.Left, "0.###")} pips < {DetailText.Number(decision.Right, "0.###")} pips";
}
