using Axfl.Contracts;
using Axfl.Strategies.Common;

namespace Axfl.Strategies.Lsg;

/// <summary>Parameters of lsg.</summary>
public sealed record LsgParameters : StrategyParameters
{
    /// <summary>How near swings must be to count as equal.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "How near swings must be to count as equal.")]
    public double TolPips { get; init; } = 2;

    /// <summary>Swings needed for a level.</summary>
    [StrategyParameter("swings", Min = 1, Max = 100, Help = "Swings needed for a level.")]
    public int MinClusterCount { get; init; } = 2;

    /// <summary>How far beyond the level the sweep must go.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "How far beyond the level the sweep must go.")]
    public double SweepPips { get; init; } = 3;

    /// <summary>Time from the sweep's bar in which structure break and confirmation must come.</summary>
    [StrategyParameter("minutes", Min = 1, Max = 1440, Help = "Time from the sweep's bar in which break and confirmation must come.")]
    public int ReentryWindowMinutes { get; init; } = 30;

    /// <summary>Whether a break of structure is required.</summary>
    [StrategyParameter("true|false", Help = "Require a break of structure.")]
    public bool BosRequired { get; init; } = true;

    /// <summary>How far beyond the swing the close must be.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "How far beyond the swing the close must be.")]
    public double BosBufferPips { get; init; } = 1.0;

    /// <summary>Whether the confirmation bar must close in the trade's direction.</summary>
    [StrategyParameter("true|false", Help = "The confirmation bar must close in the trade's direction.")]
    public bool ConfirmBodyRequired { get; init; } = true;

    /// <summary>Whether the first break of the confirmation bar is skipped.</summary>
    [StrategyParameter("true|false", Help = "Skip the first break of the confirmation bar.")]
    public bool SecondMoveOnly { get; init; } = true;

    /// <summary>Stop loss beyond the sweep's extreme.</summary>
    [StrategyParameter("pips", Min = 0, Max = 10_000, Help = "Stop loss this far beyond the sweep's extreme.")]
    public double BufferPips { get; init; } = 2;

    /// <summary>Start of the hours in which sweeps are looked for.</summary>
    [StrategyParameter("HH:mm", Help = "Start of the hours in which sweeps are looked for; levels come from before it.")]
    public TimeOfDay SessionStart { get; init; } = new(7 * 60);

    /// <summary>End of those hours; orders expire then.</summary>
    [StrategyParameter("HH:mm", Help = "End of those hours; orders expire then.")]
    public TimeOfDay SessionEnd { get; init; } = new(10 * 60);

    /// <inheritdoc/>
    public override IEnumerable<ParameterProblem> Problems(Interval interval) =>
        ReferenceHours.RequireAfter("session_end", SessionEnd, "session_start", SessionStart);
}
