using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks at the fill when the portfolio has as many positions as the plan allows.</summary>
internal sealed class MaxOpenPositionsGate() : Gate("max_open_positions")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.IsAtFill && check.Risk.MaxOpenPositions is { } most && check.State.OpenPositions >= most ? new Compared(check.State.OpenPositions, most) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => DetailText.AtLeast(decision);
}
