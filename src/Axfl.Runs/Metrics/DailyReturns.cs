using Axfl.Contracts;

namespace Axfl.Runs.Metrics;

/// <summary>Realised PnL of each trading day over the equity at its start, and the ratios made of it.</summary>
internal static class DailyReturns
{
    private const double DaysAYear = 252;

    /// <summary>One return a trading day with a traded bar, or with an exit; of a day that begins without equity it is undefined (NaN).</summary>
    public static double[] Of(IReadOnlyList<Trade> trades, double startingEquity, RunBars bars)
    {
        var days = new List<int>(bars.TradingDays);
        foreach (var day in bars.TradeDays)
            if (days.BinarySearch(day) is < 0 and var at) days.Insert(~at, day);
        var pnl = new double[days.Count];
        for (var i = 0; i < trades.Count; i++) pnl[days.BinarySearch(bars.TradeDays[i])] += trades[i].Pnl;
        var equity = startingEquity;
        var returns = new double[pnl.Length];
        for (var i = 0; i < pnl.Length; i++)
        {
            returns[i] = Statistics.MoneyRatio(pnl[i], equity) ?? double.NaN;
            equity += pnl[i];
        }

        return returns;
    }

    /// <summary>Mean / sample deviation, annualised by 252 (William F. Sharpe, The Sharpe Ratio, 1994; risk-free rate 0).</summary>
    public static double? Sharpe(double[] returns) =>
        Statistics.SampleDeviation(returns) is { } deviation ? Statistics.Ratio(Statistics.Mean(returns), deviation) * Math.Sqrt(DaysAYear) : null;

    /// <summary>Mean / root mean square of the negative days over all days, target 0, annualised by 252 (Sortino and Price, 1994).</summary>
    public static double? Sortino(double[] returns)
    {
        if (returns.Length < 2) return null;
        double squares = 0;
        foreach (var r in returns) squares += r < 0 ? r * r : 0;
        var downside = Math.Sqrt(squares / returns.Length);
        return Statistics.Ratio(Statistics.Mean(returns), downside) * Math.Sqrt(DaysAYear);
    }
}
