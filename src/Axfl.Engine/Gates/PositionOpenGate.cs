using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the slot has a position.</summary>
internal sealed class PositionOpenGate() : Gate("position_open")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) => check.Slot.HasPosition ? new Compared(1, 1) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => DetailText.AtLeast(decision);
}
