using Axfl.Contracts;

namespace Axfl.Engine.Plan;

/// <summary>One symbol of the plan.</summary>
/// <param name="Instrument">Instrument.</param>
/// <param name="SpreadPips">Configured spread, pips.</param>
/// <param name="Slots">Its strategies in plan order.</param>
public sealed record SymbolPlan(Instrument Instrument, double SpreadPips, IReadOnlyList<SlotPlan> Slots);
