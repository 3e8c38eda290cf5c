using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Live;

/// <summary>When bars are asked of history.</summary>
internal enum RepairKind
{
    /// <summary>Prices came again: they wait until the whole bars that were missed are in.</summary>
    BeforeTick,

    /// <summary>Prices are still missing: positions are looked after by bars.</summary>
    WhileLost,

    /// <summary>A bar closed that was not seen wholly.</summary>
    BrokenBar,
}

/// <summary>Bars wanted of history.</summary>
/// <param name="Kind">When.</param>
/// <param name="Ranges">Which.</param>
internal sealed record RepairRequest(RepairKind Kind, IReadOnlyList<RepairRange> Ranges);

/// <summary>Bars wanted of one symbol.</summary>
/// <param name="Symbol">Index.</param>
/// <param name="Instrument">Instrument.</param>
/// <param name="From">Inclusive, unix ms.</param>
/// <param name="Until">Exclusive, unix ms.</param>
internal readonly record struct RepairRange(int Symbol, Instrument Instrument, long From, long Until);

/// <summary>What history gave.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Bars">Bars by open time, in plan order within one.</param>
/// <param name="Source">Who gave them.</param>
/// <param name="Failure">Why some could not be had; null: nothing failed.</param>
internal sealed record RepairAnswer(RepairRequest Request, IReadOnlyList<StepBar> Bars, string Source, string? Failure)
{
    /// <summary>Bars that cannot be traded on, by symbol.</summary>
    public IReadOnlyList<RejectedBars> Rejected { get; init; } = [];
}

/// <summary>Bars of history that cannot be traded on.</summary>
/// <param name="Symbol">Index.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="First">Time of the first and what is wrong with it.</param>
internal readonly record struct RejectedBars(int Symbol, int Count, string First);
