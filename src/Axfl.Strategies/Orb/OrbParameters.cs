using Axfl.Contracts;
using Axfl.Strategies.Common;

namespace Axfl.Strategies.Orb;

/// <summary>Parameters of orb; the defaults are the London preset.</summary>
public sealed record OrbParameters : StrategyParameters
{
    /// <summary>Start of the opening range.</summary>
    [StrategyParameter("HH:mm", Help = "Start of the opening range (New York preset 12:30).")]
    public TimeOfDay RangeStart { get; init; } = new(7 * 60);

    /// <summary>Length of the opening range.</summary>
    [StrategyParameter("minutes", Min = 1, Max = 1440, Help = "Length of the opening range.")]
    public int RangeMinutes { get; init; } = 5;

    /// <summary>Last signal bar's open time is before this.</summary>
    [StrategyParameter("HH:mm", Help = "The last signal bar opens before this (New York preset 16:00).")]
    public TimeOfDay TradeUntil { get; init; } = new(10 * 60);

    /// <summary>A smaller range means no trade that day.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "A smaller range means no trade that day (New York preset 5).")]
    public double MinRangePips { get; init; } = 4;

    /// <summary>How far beyond the edge the break must reach.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "How far beyond the edge the break must reach (New York preset 4).")]
    public double BreakPips { get; init; } = 3;

    /// <summary>Wait for a pull-back to the edge.</summary>
    [StrategyParameter("true|false", Help = "Wait for a pull-back to the edge.")]
    public bool Retest { get; init; } = true;

    /// <summary>How near the pull-back must come.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "How near to the edge the pull-back must come.")]
    public double RetestTolPips { get; init; } = 2;

    /// <summary>EMA(20) above EMA(50) for a long, below for a short.</summary>
    [StrategyParameter("true|false", Help = "EMA(20) above EMA(50) for a long, below for a short, at the signal bar.")]
    public bool TrendFilter { get; init; } = true;

    /// <summary>Stop loss beyond the range's other edge.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "Stop loss this far beyond the range's other edge.")]
    public double BufferPips { get; init; } = 1;

    /// <inheritdoc/>
    public override IEnumerable<ParameterProblem> Problems(Interval interval) =>
    [
        .. ReferenceHours.RequireRangeBefore("trade_until", TradeUntil, RangeStart, RangeMinutes),
        .. ReferenceHours.RequireOnGrid("range_start", RangeStart, Timezone, interval),
    ];
}
