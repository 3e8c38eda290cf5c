using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>Parity of runs: lines two up and names the first difference and its cause.</summary>
/// <param name="strategies">Strategies the runs' plans may name.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class RunParity(IReadOnlyList<StrategyDefinition> strategies, CancellationToken cancellation)
{
    /// <summary>Compares two runs.</summary>
    /// <exception cref="AxflException">A directory is no run's (<c>RunNotFound</c>), a journal is broken (<c>JournalBroken</c>), a file is damaged, or its trades or decisions are not those of its summary.</exception>
    public RunComparison Compare(string leftDirectory, string rightDirectory)
    {
        var left = ComparedRun.Open(leftDirectory, strategies, cancellation);
        var right = ComparedRun.Open(rightDirectory, strategies, cancellation);
        var trades = TradeComparison.Of(left, right, cancellation);
        var decisions = DecisionComparison.Of(left, right, cancellation);
        var plans = PlanComparison.Of(left.Plan, right.Plan, trades.AnyEnd);
        var bars = new BarsOfRuns(cancellation).Compare(left, right);
        var first = trades.First ?? decisions.First;
        var cause = first is null ? null : CauseFinder.Find(left, right, first, bars, plans, cancellation);
        if (cause?.Period is { } period) plans = plans.With(period);
        return new RunComparison
        {
            Left = left.Id,
            Right = right.Id,
            Equal = first is null,
            Cause = cause?.Cause ?? Causes.None,
            First = first is null ? null : $"{first.Words}; {cause!.Words}",
            Time = first is null ? null : EventTime.ToDateTime(first.Time),
            Bars = bars.Size,
            Differences = [plans.Row, Version(left, right), bars.Row, decisions.Row, trades.Row],
        };
    }

    private static RunDifference Version(ComparedRun left, ComparedRun right)
    {
        if (CauseFinder.VersionsDiffer(left, right)) return new RunDifference("version", 1, 1, "version", left.Version!, right.Version!);
        string[] without = [.. new[] { ("A", left), ("B", right) }.Where(r => r.Item2.Version is null).Select(r => r.Item1)];
        return new RunDifference("version", without.Length == 0 ? 1 : 0, 0,
            without.Length == 0 ? "" : $"{string.Join(" and ", without)} has not ended: its version is not written yet", "", "");
    }
}
