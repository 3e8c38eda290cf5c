using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the symbol's price is old: a bar that was fetched after the fact, or a feed without a fresh price.</summary>
internal sealed class StaleGate() : Gate("stale")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) => check.Market.Staleness.IsStale ? default(Compared) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => "the price is old";
}
