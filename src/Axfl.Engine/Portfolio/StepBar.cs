using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Engine.Portfolio;

/// <summary>One symbol's bar of a step: all bars of a step have the same open time and come in plan order.</summary>
/// <param name="Symbol">Index of the symbol in the plan.</param>
/// <param name="Bar">The bar.</param>
/// <param name="OpenSpread">Measured spread at the open, quote currency; NaN: not measured.</param>
/// <param name="CloseSpread">The same at the close.</param>
public readonly record struct StepBar(int Symbol, Bar Bar, double OpenSpread = double.NaN, double CloseSpread = double.NaN)
{
    /// <summary>Bars of a lower interval inside this one, ascending, for <see cref="IntrabarPolicy.Drill"/>; empty when there are none.</summary>
    public ReadOnlyMemory<InnerBar> Inner { get; init; }

    /// <summary>A bar fetched after the fact: positions are managed on it, entries blocked (gate <c>stale</c>).</summary>
    public bool Backfilled { get; init; }
}

/// <summary>A bar of a lower interval inside a step's bar.</summary>
/// <param name="Bar">The bar.</param>
/// <param name="OpenSpread">Measured spread at its open, quote currency; NaN: not measured.</param>
/// <param name="CloseSpread">The same at its close.</param>
public readonly record struct InnerBar(Bar Bar, double OpenSpread = double.NaN, double CloseSpread = double.NaN);
