using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Backtest;

namespace Axfl.Runs.Parity;

/// <summary>Lines the bars of two sides up, in order of time and then of symbol, without holding more of them than a step.</summary>
/// <param name="rules">What makes bars equal.</param>
/// <param name="symbols">Symbols that are compared; the steps' symbols are indices here.</param>
internal sealed class BarComparison(BarRules rules, IReadOnlyList<Instrument> symbols)
{
    private readonly BarShift _shift = new();
    private double _sumPips;

    /// <summary>Bars one side or both have.</summary>
    public long Compared { get; private set; }

    /// <summary>How many of them differ, or are missing on a side.</summary>
    public long Different { get; private set; }

    /// <summary>Bars the left side lacks.</summary>
    public long MissingLeft { get; private set; }

    /// <summary>Bars the right side lacks.</summary>
    public long MissingRight { get; private set; }

    /// <summary>Largest distance of two prices of one bar, pips.</summary>
    public double LargestPips { get; private set; }

    /// <summary>Mean over the bars that both have and that differ of their largest distance, pips; 0: there are none.</summary>
    public double MeanPips => Different - MissingLeft - MissingRight is > 0 and var differing ? _sumPips / differing : 0;

    /// <summary>How much later the right side's bars are, ms; 0: they are not.</summary>
    public long ShiftMilliseconds => Different == 0 ? 0 : _shift.Milliseconds;

    /// <summary>The first of them in time; null: none differs.</summary>
    public BarDifference? First { get; private set; }

    /// <summary>Compares to the end of both.</summary>
    /// <param name="left">Left bars; standing at its first step when <paramref name="hasLeft"/>.</param>
    /// <param name="hasLeft">Whether there is a left bar.</param>
    /// <param name="right">Right bars, not moved yet.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Run(StepMerger left, bool hasLeft, StepMerger right, CancellationToken cancellation)
    {
        var hasRight = right.MoveNext();
        while (hasLeft || hasRight)
        {
            cancellation.ThrowIfCancellationRequested();
            var leftTime = hasLeft ? left.Step[0].Bar.Time : long.MaxValue;
            var rightTime = hasRight ? right.Step[0].Bar.Time : long.MaxValue;
            Compare(leftTime <= rightTime ? left.Step : [], rightTime <= leftTime ? right.Step : []);
            if (leftTime <= rightTime) hasLeft = left.MoveNext();
            if (rightTime <= leftTime) hasRight = right.MoveNext();
        }
    }

    // Steps of one time; their bars are in order of the symbols.
    private void Compare(ReadOnlySpan<StepBar> left, ReadOnlySpan<StepBar> right)
    {
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            Compared++;
            var leftSymbol = i < left.Length ? left[i].Symbol : int.MaxValue;
            var rightSymbol = j < right.Length ? right[j].Symbol : int.MaxValue;
            if (leftSymbol < rightSymbol) Miss(left[i++], 1);
            else if (rightSymbol < leftSymbol) Miss(right[j++], -1);
            else Match(left[i++], right[j++]);
        }
    }

    private void Miss(in StepBar bar, int missing)
    {
        _shift.Take(bar, isLeft: missing > 0);
        Different++;
        if (missing < 0) MissingLeft++;
        else MissingRight++;
        First ??= BarRules.DescribeMissing(bar, missing, symbols[bar.Symbol]);
    }

    private void Match(in StepBar left, in StepBar right)
    {
        _shift.Take(left, isLeft: true);
        _shift.Take(right, isLeft: false);
        if (rules.Same(left, right)) return;
        Different++;
        var pips = BarRules.Distance(left.Bar, right.Bar) / symbols[left.Symbol].Pip;
        _sumPips += pips;
        LargestPips = Math.Max(LargestPips, pips);
        First ??= rules.Describe(left, right, symbols[left.Symbol]);
    }
}
