using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>Compares the bars two runs were given, over the time that both wanted.</summary>
/// <param name="cancellation">Stops it.</param>
internal sealed class BarsOfRuns(CancellationToken cancellation)
{
    /// <summary>Compares them; says so when a side's bars cannot be had any more.</summary>
    /// <exception cref="AxflException">A journal is broken (<c>JournalBroken</c>).</exception>
    public BarsResult Compare(ComparedRun left, ComparedRun right)
    {
        if (left.Period is not { } a) return BarsResult.Not("the bars of A are not available: it has no status or summary that says its period");
        if (right.Period is not { } b) return BarsResult.Not("the bars of B are not available: it has no status or summary that says its period");
        var (l, r) = (left.Plan.Engine, right.Plan.Engine);
        if (l.Interval != r.Interval) return BarsResult.Not($"the bars have no common length: {l.Interval} in A, {r.Interval} in B");
        Instrument[] symbols = [.. left.Symbols.Where(s => right.Symbols.Any(o => o.Symbol == s.Symbol))];
        var (from, until) = (Math.Max(a.BarsFrom, b.BarsFrom), Math.Min(a.BarsUntil, b.BarsUntil));
        if (symbols.Length == 0) return BarsResult.Not("the runs have no symbol in common");
        if (from >= until) return BarsResult.Not("the runs have no time in common for which there are bars");
        try
        {
            var (leftBars, rightBars) = (Of(left, a), Of(right, b));
            var rules = new BarRules(l.MeasuredSpread && r.MeasuredSpread, leftBars.HasInner && rightBars.HasInner);
            using var leftSteps = ComparedSteps.Open(leftBars, symbols, from, until, cancellation);
            using var rightSteps = ComparedSteps.Open(rightBars, symbols, from, until, cancellation);
            var comparison = new BarComparison(rules, symbols);
            comparison.Run(leftSteps, leftSteps.MoveNext(), rightSteps, cancellation);
            return BarsResult.Of(comparison);
        }
        catch (AxflException e) when (e.ErrorId != "JournalBroken")
        {
            // Files may have gone since; what the runs did can be compared all the same.
            return BarsResult.Not($"the bars are not available: {e.Message}");
        }
    }

    /// <summary>The bars of a run: of its journal, or of its source opened again.</summary>
    /// <exception cref="AxflException">They cannot be had.</exception>
    public static IComparedBars Of(ComparedRun run, RunPeriod period) => run.JournalDirectory is { } directory
        ? new JournalSplit(directory) : SourceBars.Open(run.Plan.Source, run.Plan, [], period);
}
