using Axfl.Contracts;

namespace Axfl.Runs.Metrics;

/// <summary>Metrics of a ledger.</summary>
public static class TradeMetrics
{
    /// <summary>Computes them; those that need the run's bars are null without.</summary>
    public static PortfolioMetrics Compute(IReadOnlyList<Trade> trades, double startingEquity, RunBars? bars) =>
        Totals(trades, startingEquity, bars) with { Breakdown = Breakdowns.Of(trades) };

    /// <summary>The same without the breakdown.</summary>
    public static PortfolioMetrics Totals(IReadOnlyList<Trade> trades, double startingEquity, RunBars? bars)
    {
        var n = trades.Count;
        var wins = trades.Where(IsWin).ToArray();
        var losses = trades.Where(IsLoss).ToArray();
        double won = Statistics.Sum(wins, t => t.R), lost = -Statistics.Sum(losses, t => t.R), total = Statistics.Sum(trades, t => t.R), pnl = Statistics.Sum(trades, t => t.Pnl);
        var costs = Statistics.Sum(trades, t => t.Costs);
        var gross = Statistics.Sum(trades, t => Math.Abs(t.Pnl + t.Costs));
        var days = bars is null ? null : DailyReturns.Of(trades, startingEquity, bars);
        return new PortfolioMetrics
        {
            Trades = n,
            Wins = wins.Length,
            Losses = losses.Length,
            WinRate = Statistics.Ratio(wins.Length, n),
            TotalR = total,
            AverageR = Statistics.Ratio(total, n),
            ProfitFactor = losses.Length == 0 ? null : Statistics.Ratio(won, lost),
            PayoffRatio = wins.Length == 0 || losses.Length == 0 ? null : Statistics.Ratio(won / wins.Length, lost / losses.Length),
            LongestLosingRun = LongestLosingRun(trades),
            AverageMaeR = Statistics.Ratio(Statistics.Sum(trades, t => t.MaeR), n),
            AverageMfeR = Statistics.Ratio(Statistics.Sum(trades, t => t.MfeR), n),
            MaxDrawdownR = Drawdown(trades, t => t.R, 0).Absolute,
            MaxDrawdownPct = Drawdown(trades, t => t.Pnl, startingEquity).Percent,
            Pnl = pnl,
            Costs = costs,
            CostSpread = Sum(trades, t => t.CostSpread),
            CostSlippage = Sum(trades, t => t.CostSlippage),
            CostCommission = Sum(trades, t => t.CostCommission),
            CostShare = Statistics.MoneyRatio(costs, gross),
            Equity = startingEquity + pnl,
            Sharpe = days is null ? null : DailyReturns.Sharpe(days),
            Sortino = days is null ? null : DailyReturns.Sortino(days),
            Sqn = Statistics.Ratio(Math.Sqrt(n) * (n == 0 ? 0 : total / n), Statistics.SampleDeviation(Rs(trades)) ?? 0),
            Exposure = bars is null ? null : Statistics.Ratio(Union(trades), (double)bars.DistinctBarTimes * bars.Interval.Milliseconds),
        };
    }

    /// <summary>R above 0; an R of 0 but for rounding is neither a win nor a loss.</summary>
    public static bool IsWin(Trade trade) => Prices.Above(trade.R, 0);

    /// <summary>R below 0.</summary>
    public static bool IsLoss(Trade trade) => Prices.Below(trade.R, 0);

    // Null when a trade does not say: a file of an older version.
    private static double? Sum(IReadOnlyList<Trade> trades, Func<Trade, double?> cost) =>
        trades.Any(t => cost(t) is null) ? null : Statistics.Sum(trades, t => cost(t)!.Value);

    private static double[] Rs(IReadOnlyList<Trade> trades)
    {
        var all = new double[trades.Count];
        for (var i = 0; i < all.Length; i++) all[i] = trades[i].R;
        return all;
    }

    private static int LongestLosingRun(IReadOnlyList<Trade> trades)
    {
        int longest = 0, run = 0;
        foreach (var trade in trades) longest = Math.Max(longest, run = IsLoss(trade) ? run + 1 : 0);
        return longest;
    }

    private static (double Absolute, double Percent) Drawdown(IReadOnlyList<Trade> trades, Func<Trade, double> change, double start)
    {
        double value = start, peak = start, absolute = 0, percent = 0;
        foreach (var trade in trades)
        {
            value += change(trade);
            peak = Math.Max(peak, value);
            absolute = Math.Max(absolute, peak - value);
            if (peak > 0) percent = Math.Max(percent, (peak - value) / peak * 100);
        }

        return (absolute, percent);
    }

    // Length in milliseconds of the union of [entry, exit).
    private static double Union(IReadOnlyList<Trade> trades)
    {
        double sum = 0;
        var end = long.MinValue;
        Trade[] byEntry = [.. trades];
        Array.Sort(byEntry, static (a, b) => a.EntryTime.CompareTo(b.EntryTime));
        foreach (var trade in byEntry)
        {
            long from = EventTime.FromDateTime(trade.EntryTime), to = EventTime.FromDateTime(trade.ExitTime);
            sum += Math.Max(0, to - Math.Max(from, end));
            end = Math.Max(end, to);
        }

        return sum;
    }
}
