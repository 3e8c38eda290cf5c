using Axfl.Contracts;

namespace Axfl.Engine.Plan;

/// <summary>One symbol of the plan.</summary>
/// <param name="Instrument">Instrument.</param>
/// <param name="SpreadPips">Configured spread, pips.</param>
/// <param name="Slots">Its strategies in plan order.</param>
public sealed record SymbolPlan(Instrument Instrument, double SpreadPips, IReadOnlyList<SlotPlan> Slots)
{
    /// <summary>What spreads, configured or measured, are multiplied by: 0 or more. Default 1; another value asks what the run would be at other costs.</summary>
    public double SpreadFactor { get; init; } = 1;

    /// <summary>What slippage is multiplied by: 0 or more. Default 1.</summary>
    public double SlippageFactor { get; init; } = 1;
}
