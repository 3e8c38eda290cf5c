using Axfl.Contracts;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Numbers;

/// <summary>How far winners were down before they won.</summary>
/// <param name="R">An excursion of -R.</param>
/// <param name="Winners">Winners.</param>
/// <param name="Share">Share of them whose MAE was at or beyond it; null without winners.</param>
/// <remarks>Source: J. Sweeney, Maximum Adverse Excursion, 1996.</remarks>
internal readonly record struct Heat(double R, int Winners, double? Share)
{
    private static readonly double[] At = [0.25, 0.5, 0.75];

    /// <summary>At a quarter, half and three quarters of the initial risk.</summary>
    public static IReadOnlyList<Heat> Of(IReadOnlyList<Trade> trades)
    {
        var winners = trades.Where(TradeMetrics.IsWin).ToArray();
        return [.. At.Select(x => new Heat(x, winners.Length, winners.Length == 0 ? null : (double)winners.Count(t => Prices.AtMost(t.MaeR, -x)) / winners.Length))];
    }
}
