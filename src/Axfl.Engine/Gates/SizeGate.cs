using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the size rounds to zero, or a conversion price is not known yet.</summary>
internal sealed class SizeGate() : Gate("size")
{
    /// <inheritdoc/>
    public override bool HasShadow => false;

    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check)
    {
        var units = check.Account.Units(check.Slot, check.IsAtFill ? check.Fill : check.Price, check.Order.StopLoss);
        return units > 0 ? null : new Compared(units, check.State.Plan.Account.UnitStep);
    }

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => double.IsNaN(decision.Left) ? "no conversion price yet"
        : $"{DetailText.Number(decision.Left, "0.######")} units < {DetailText.Number(decision.Right, "0.######")} units";
}
