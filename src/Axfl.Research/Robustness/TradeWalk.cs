using Axfl.Contracts;

namespace Axfl.Research.Robustness;

/// <summary>What a sequence of trades comes to: total R, maximum drawdown and longest losing run, on closed trades.</summary>
/// <param name="TotalR">Sum of R.</param>
/// <param name="MaxDrawdownR">Greatest fall of the sum from its highest point so far, R, at least 0.</param>
/// <param name="LongestLosingRun">Most losses in a row; an R of 0 ends a run.</param>
internal readonly record struct TradeWalk(double TotalR, double MaxDrawdownR, int LongestLosingRun)
{
    /// <summary>Of trades by day, the days in an order.</summary>
    /// <param name="days">R of the trades of each day, in their order.</param>
    /// <param name="order">Indices of the days; one may come more than once.</param>
    public static TradeWalk Of(IReadOnlyList<double[]> days, ReadOnlySpan<int> order)
    {
        double sum = 0, peak = 0, drawdown = 0;
        int run = 0, longest = 0;
        foreach (var day in order)
        {
            foreach (var r in days[day])
            {
                sum += r;
                peak = Math.Max(peak, sum);
                drawdown = Math.Max(drawdown, peak - sum);
                run = Prices.Below(r, 0) ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }
        }

        return new(sum, drawdown, longest);
    }

    /// <summary>Of the metrics of a run.</summary>
    public static TradeWalk Of(PortfolioMetrics metrics) => new(metrics.TotalR, metrics.MaxDrawdownR, metrics.LongestLosingRun);
}
