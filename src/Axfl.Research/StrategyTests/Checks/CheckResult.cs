using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>What one check came to.</summary>
/// <param name="Check">The check as a report has it.</param>
/// <param name="Difference">The first difference; null: none.</param>
internal sealed record CheckResult(StrategyCheck Check, StrategyDifference? Difference = null)
{
    public static CheckResult Passed(string name, string detail) => new(new StrategyCheck(name, StrategyCheckResults.Passed, detail));

    public static CheckResult Information(string name, string detail, StrategyDifference? difference = null) => new(new StrategyCheck(name, StrategyCheckResults.Information, detail), difference);

    public static CheckResult NotRun(string name, string why) => new(new StrategyCheck(name, StrategyCheckResults.NotRun, why));

    public static CheckResult Failed(string name, string detail, StrategyDifference? difference = null) => new(new StrategyCheck(name, StrategyCheckResults.Failed, detail), difference);

    public static CheckResult Failed(string name, string what, ActionDifference difference, long? cut = null) =>
        Failed(name, what, difference.Of(name, what, cut));
}

/// <summary>A strategy on its bars, what it does there, and how long that takes.</summary>
/// <param name="Case">The strategy.</param>
/// <param name="Actions">What it does over its bars, alone, the first time in this process.</param>
/// <param name="Time">How long that took.</param>
internal sealed record CheckedStrategy(StrategyCase Case, StrategyAction[] Actions, TimeSpan Time)
{
    /// <summary>What it does up to a time, unix ms, inclusive.</summary>
    public ArraySegment<StrategyAction> Until(long time)
    {
        int low = 0, high = Actions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Actions[middle].Time <= time) low = middle + 1;
            else high = middle;
        }

        return new(Actions, 0, low);
    }

    /// <summary>How many bars it can be shown within a time, at least one.</summary>
    public double BarsWithin(TimeSpan limit) => Math.Max(1, limit / Time * Case.Bars.Length);
}

/// <summary>Another run of a strategy, of which also an exception is a result.</summary>
/// <param name="Actions">What the strategy did.</param>
/// <param name="Error">What it threw; null: nothing.</param>
internal sealed record OtherRun(IReadOnlyList<StrategyAction> Actions, string? Error)
{
    /// <summary>Over bars.</summary>
    public static OtherRun Of(StrategyCase subject, Bar[] bars, CancellationToken cancellation)
    {
        IReadOnlyList<StrategyAction> actions = [];
        var error = StrategyFault.Of(() => actions = subject.Run(bars, cancellation));
        return new(actions, error);
    }
}
