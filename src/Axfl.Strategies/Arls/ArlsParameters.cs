using Axfl.Contracts;
using Axfl.Strategies.Common;

namespace Axfl.Strategies.Arls;

/// <summary>Parameters of arls.</summary>
public sealed record ArlsParameters : StrategyParameters
{
    /// <summary>Start of the Asia range.</summary>
    [StrategyParameter("HH:mm", Help = "Start of the Asia range.")]
    public TimeOfDay RangeStart { get; init; } = new(0);

    /// <summary>End of the Asia range.</summary>
    [StrategyParameter("HH:mm", Help = "End of the Asia range.")]
    public TimeOfDay RangeEnd { get; init; } = new(7 * 60);

    /// <summary>Bars needed in the range, in 5-minute equivalents.</summary>
    [StrategyParameter("5-minute bars", Min = 1, Max = 288, Help = "Bars needed in the range, in 5-minute equivalents.")]
    public int MinBars { get; init; } = 30;

    /// <summary>A smaller range means no trade that day.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "A smaller range means no trade that day.")]
    public double MinRangePips { get; init; } = 3;

    /// <summary>Signals only on bars that open before this.</summary>
    [StrategyParameter("HH:mm", Help = "The last signal bar opens before this.")]
    public TimeOfDay TradeUntil { get; init; } = new(10 * 60);

    /// <summary>How far beyond the range the sweep must go.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "How far beyond the range the sweep must go.")]
    public double SweepPips { get; init; } = 3;

    /// <summary>Whether the sweep must also reach a part of the ATR.</summary>
    [StrategyParameter("true|false", Help = "The sweep must also be at least ATR(14) x atr_multiplier.")]
    public bool UseAtrConfirm { get; init; } = true;

    /// <summary>Part of the ATR.</summary>
    [StrategyParameter("x ATR(14)", Min = 0, Max = 100, Help = "Part of ATR(14) the sweep must reach.")]
    public double AtrMultiplier { get; init; } = 0.10;

    /// <summary>Time from the sweep's bar in which the re-entry must come.</summary>
    [StrategyParameter("minutes", Min = 1, Max = 1440, Help = "Time from the sweep's bar in which the re-entry must come.")]
    public int ReentryWindowMinutes { get; init; } = 45;

    /// <summary>Stop loss beyond the sweep's extreme.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "Stop loss this far beyond the sweep's extreme.")]
    public double BufferPips { get; init; } = 2;

    /// <inheritdoc/>
    public override IEnumerable<ParameterProblem> Problems(Interval interval) =>
    [
        .. ReferenceHours.RequireAfter("range_end", RangeEnd, "range_start", RangeStart),
        .. ReferenceHours.RequireAfter("trade_until", TradeUntil, "range_end", RangeEnd),
    ];
}
