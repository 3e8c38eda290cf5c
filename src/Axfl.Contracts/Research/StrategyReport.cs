namespace Axfl.Contracts;

/// <summary>What the checks of a strategy found.</summary>
public sealed record StrategyReport
{
    /// <summary>Name of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>built in, an assembly's name, or script.</summary>
    public required string Source { get; init; }

    /// <summary>Symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Length of a bar.</summary>
    public required string Interval { get; init; }

    /// <summary>Where the bars come from: csv or simulated.</summary>
    public required string Data { get; init; }

    /// <summary>Start of the period, UTC; bars before it are warm-up.</summary>
    public required DateTime Since { get; init; }

    /// <summary>End of the period, exclusive, UTC.</summary>
    public required DateTime Until { get; init; }

    /// <summary>Bars of the period and its warm-up.</summary>
    public required int Bars { get; init; }

    /// <summary>Orders, cancels and exits the strategy asked for over them.</summary>
    public required int Actions { get; init; }

    /// <summary>Whether no check failed. A check that could not run is no failure: <see cref="Checks"/> says so.</summary>
    public required bool Ok { get; init; }

    /// <summary>Weekdays of warm-up of the plan.</summary>
    public required int WarmupDays { get; init; }

    /// <summary>The least weekdays of warm-up from which on all actions are those of the longest that the data allow; null: more than were tried, or not known.</summary>
    public int? NeedsWarmupDays { get; init; }

    /// <summary>Time of a bar, nanoseconds.</summary>
    public double? NanosecondsPerBar { get; init; }

    /// <summary>Memory allocated a bar, bytes.</summary>
    public double? BytesPerBar { get; init; }

    /// <summary>The checks in their order.</summary>
    public IReadOnlyList<StrategyCheck> Checks { get; init; } = [];

    /// <summary>The first difference of each check that found one.</summary>
    public IReadOnlyList<StrategyDifference> Differences { get; init; } = [];

    /// <summary>What shorter warm-ups change.</summary>
    public IReadOnlyList<WarmupNeed> Warmups { get; init; } = [];

    /// <summary>What in the strategy's code can make its actions depend on more than its bars, and a warm-up that is too short.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What these checks cannot see.</summary>
    public IReadOnlyList<string> CannotSee { get; init; } = [];
}

/// <summary>One check of a strategy.</summary>
/// <param name="Name">look-ahead, shared state, determinism, outside knowledge, warm-up, gaps, cost.</param>
/// <param name="Result">One of <see cref="StrategyCheckResults"/>.</param>
/// <param name="Detail">What was done and found.</param>
public sealed record StrategyCheck(string Name, string Result, string Detail);

/// <summary>What a check can come to.</summary>
public static class StrategyCheckResults
{
    /// <summary>Nothing differs.</summary>
    public const string Passed = "passed";

    /// <summary>Something differs.</summary>
    public const string Failed = "failed";

    /// <summary>A number, or a difference that the strategy declares.</summary>
    public const string Information = "information";

    /// <summary>It could not be run, wholly or in part.</summary>
    public const string NotRun = "not run";
}

/// <summary>The first action that differs in a check.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Case">What was done to the bars or to the process.</param>
/// <param name="Cut">Open time of the last unchanged bar, UTC; null: no cut.</param>
/// <param name="Bar">Open time of the bar of the action, UTC.</param>
/// <param name="Field">What differs: a field of the order, or the action.</param>
/// <param name="Expected">The action that was expected; none: no action.</param>
/// <param name="Found">The action that came instead.</param>
public sealed record StrategyDifference(string Check, string Case, DateTime? Cut, DateTime Bar, string Field, string Expected, string Found);

/// <summary>What a warm-up of so many weekdays changes against the longest one.</summary>
/// <param name="Days">Weekdays of warm-up.</param>
/// <param name="Actions">Actions in the period.</param>
/// <param name="ShareThatDiffers">Share of the actions of both that have no equal in the other, 0 to 1.</param>
/// <param name="MaxPriceDifferencePips">Greatest difference of a price between two orders of the same bar, side and type, pips.</param>
public sealed record WarmupNeed(int Days, int Actions, double ShareThatDiffers, double MaxPriceDifferencePips);
