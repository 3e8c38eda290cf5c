using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the spread is wider than the plan allows.</summary>
internal sealed class SpreadGate() : Gate("spread")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check)
    {
        var pip = check.Market.Instrument.Pip;
        return check.Risk.MaxSpreadPips is { } widest && Prices.Above(check.Spread, widest * pip) ? new Compared(check.Spread / pip, widest) : null;
    }

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => $"{DetailText.Number(decision.Left, "0.###")} pips > {DetailText.Number(decision.Right, "0.###")} pips";
}
