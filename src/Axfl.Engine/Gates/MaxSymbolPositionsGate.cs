using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks at the fill when the symbol has as many positions as the plan allows.</summary>
internal sealed class MaxSymbolPositionsGate() : Gate("max_symbol_positions")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.IsAtFill && check.Risk.MaxSymbolPositions is { } most && check.Market.OpenPositions >= most ? new Compared(check.Market.OpenPositions, most) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => DetailText.AtLeast(decision);
}
