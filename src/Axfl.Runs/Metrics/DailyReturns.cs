using Axfl.Contracts;

namespace Axfl.Runs.Metrics;

/// <summary>Realised PnL of each trading day over the equity at its start, and the ratios made of it.</summary>
internal static class DailyReturns
{
    private const double DaysAYear = 252;

    /// <summary>One return a trading day with a traded bar, or with an exit; of a day that begins without equity it is undefined (NaN).</summary>
    public static double[] Of(IReadOnlyList<Trade> trades, double startingEquity, RunBars bars)
    {
        var pnl = new SortedDictionary<int, double>();
        foreach (var day in bars.TradingDays) pnl[day] = 0;
        for (var i = 0; i < trades.Count; i++) pnl[bars.TradeDays[i]] = pnl.GetValueOrDefault(bars.TradeDays[i]) + trades[i].Pnl;
        var equity = startingEquity;
        var returns = new List<double>(pnl.Count);
        foreach (var (_, day) in pnl)
        {
            returns.Add(Statistics.MoneyRatio(day, equity) ?? double.NaN);
            equity += day;
        }

        return [.. returns];
    }

    /// <summary>Mean / sample deviation, annualised by 252 (William F. Sharpe, The Sharpe Ratio, 1994; risk-free rate 0).</summary>
    public static double? Sharpe(double[] returns) =>
        Statistics.SampleDeviation(returns) is { } deviation ? Statistics.Ratio(returns.Average(), deviation) * Math.Sqrt(DaysAYear) : null;

    /// <summary>Mean / root mean square of the negative days over all days, target 0, annualised by 252 (Sortino and Price, 1994).</summary>
    public static double? Sortino(double[] returns)
    {
        if (returns.Length < 2) return null;
        var downside = Math.Sqrt(returns.Sum(r => r < 0 ? r * r : 0) / returns.Length);
        return Statistics.Ratio(returns.Average(), downside) * Math.Sqrt(DaysAYear);
    }
}
