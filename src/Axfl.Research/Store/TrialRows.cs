using System.IO.Compression;
using Axfl.Contracts;
using Axfl.Research.Statistics;
using Axfl.Research.Trials;
using Axfl.Runs.Files;

namespace Axfl.Research.Store;

/// <summary>What of a trial is stored.</summary>
internal enum Keep
{
    /// <summary>Its metrics alone: no statistics of days.</summary>
    Metrics,

    /// <summary>And R by day.</summary>
    Days,

    /// <summary>And its trades.</summary>
    Trades,
}

/// <summary>Makes rows of results.</summary>
internal static class TrialRows
{
    /// <summary>The row of a trial that was run.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="tradingDays">Number of trading days with a traded bar.</param>
    /// <param name="instruments">Instruments of its plan.</param>
    /// <param name="keep">What is kept.</param>
    /// <param name="row">Key, data set, plan, version, worker and time.</param>
    public static TrialRow Of(TrialResult result, int tradingDays, IEnumerable<Instrument> instruments, Keep keep, TrialRow row)
    {
        var (days, r, counts) = ByTradeDay(result);
        return row with
        {
            State = TrialRow.Done, Error = null, LedgerHash = result.LedgerHash, Metrics = MetricsOf(result.Metrics, r, counts, tradingDays),
            Days = keep >= Keep.Days ? days : null, R = keep >= Keep.Days ? r : null, TradesCsv = keep == Keep.Trades ? Zipped(TradesText.Of(result.Trades, instruments)) : null,
        };
    }

    /// <summary>R of the days on which trades exit, ascending, and how many exit on each.</summary>
    public static (int[] Days, double[] R, int[] Trades) ByTradeDay(TrialResult result)
    {
        var days = new SortedDictionary<int, (double R, int Trades)>();
        for (var i = 0; i < result.Trades.Count; i++)
        {
            var (r, trades) = days.GetValueOrDefault(result.TradeDays[i]);
            days[result.TradeDays[i]] = (r + result.Trades[i].R, trades + 1);
        }

        return ([.. days.Keys], [.. days.Values.Select(static d => d.R)], [.. days.Values.Select(static d => d.Trades)]);
    }

    private static TrialMetrics MetricsOf(PortfolioMetrics m, double[] r, int[] counts, int tradingDays)
    {
        var all = new double[Math.Max(tradingDays, r.Length)];
        r.CopyTo(all, 0);
        var moments = Moments.Of(all);
        return new()
        {
            Trades = m.Trades, TotalR = m.TotalR, AverageR = m.AverageR, AverageRError = MeanTrade.Of([.. r.Zip(counts)])?.Error, TradeDays = r.Length, Wins = m.Wins, Losses = m.Losses,
            WinRate = m.WinRate, ProfitFactor = m.ProfitFactor, PayoffRatio = m.PayoffRatio, LongestLosingRun = m.LongestLosingRun, AverageMaeR = m.AverageMaeR,
            AverageMfeR = m.AverageMfeR, MaxDrawdownR = m.MaxDrawdownR, MaxDrawdownPct = m.MaxDrawdownPct, Pnl = m.Pnl, Costs = m.Costs, CostSpread = m.CostSpread,
            CostSlippage = m.CostSlippage, CostCommission = m.CostCommission, CostShare = m.CostShare, Equity = m.Equity, Sharpe = m.Sharpe, Sortino = m.Sortino, Sqn = m.Sqn,
            Exposure = m.Exposure, MeanDayR = all.Length == 0 ? null : moments.Mean, DayDeviationR = all.Length < 2 ? null : moments.Deviation,
        };
    }

    private static byte[] Zipped(byte[] text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(text);
        return bytes.ToArray();
    }
}
