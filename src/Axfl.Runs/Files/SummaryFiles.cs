using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Metrics;

namespace Axfl.Runs.Files;

/// <summary>Reads the summary of a run directory; made from its trades when the run has not ended.</summary>
public static class SummaryFiles
{
    /// <summary>The summary.</summary>
    /// <exception cref="AxflException">The directory is no run's, or a file is damaged.</exception>
    public static RunSummary Read(string directory)
    {
        var path = Path.Combine(directory, RunFiles.Summary);
        if (!File.Exists(path)) return OfTrades(directory);
        try
        {
            using var document = JsonDocument.Parse(InputErrors.Guard(path, () => RegularFile.ReadAll(path, RunFiles.MostBytes)));
            return Read(document.RootElement);
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("SummaryInvalid", ErrorKind.Data, $"{path} is damaged: {e.Message}", e) { Target = path };
        }
    }

    private static RunSummary OfTrades(string directory)
    {
        var status = StatusFiles.Last(directory);
        Trade[] trades = [.. TradesCsv.Read(Path.Combine(directory, RunFiles.Trades))];
        return new RunSummary
        {
            Run = status.Run,
            Mode = status.Mode,
            Source = status.Source,
            Interval = status.Interval,
            Since = status.Since,
            Until = status.Now,
            Symbols = status.Symbols,
            Metrics = TradeMetrics.Compute(trades, status.Total.Equity - status.Total.Pnl, null),
            Data = status.Data,
            OpenPositions = status.Positions.Count,
            LedgerHash = status.LedgerHash,
            Version = Product.Version,
            Interrupted = true,
        };
    }

    private static RunSummary Read(JsonElement s) => new()
    {
        Run = s.Text("run"),
        TradedSince = s.TimeOrNull("traded_since"),
        TradedUntil = s.TimeOrNull("traded_until"),
        OutsideHours = s.CountOrZero("outside_hours"),
        LargestGaps = s.Items("largest_gaps", g => new RunGap(g.Text("symbol"), g.Time("from"), g.Time("until"), g.GetProperty("bars").GetInt64())),
        Warnings = s.Items("warnings", w => w.GetString() ?? ""),
        // Summaries of older versions tell only whether the run was stopped.
        State = s.TextOrNull("state") ?? (s.GetProperty("interrupted").GetBoolean() ? RunStates.Stopped : RunStates.Ended),
        Error = s.TextOrNull("error"),
        Profile = s.Text("profile"),
        Mode = s.Text("mode"),
        Source = s.Text("source"),
        Since = s.TimeOrNull("since"),
        Until = s.TimeOrNull("until"),
        Interval = s.Text("interval"),
        Symbols = s.Items("symbols", x => x.GetString() ?? ""),
        Metrics = ReadMetrics(s),
        Decisions = s.Members("decisions", (name, v) => (name, v.GetInt32())).ToDictionary(x => x.name, x => x.Item2),
        Data = s.Members("data", (name, v) => new SymbolDataStatus(
            name, v.GetProperty("bars").GetInt64(), v.GetProperty("gaps").GetInt64(), v.GetProperty("duplicates").GetInt64(),
            v.GetProperty("rejected").GetInt64(), false)
        {
            Crossed = v.CountOrZero("crossed"),
            OutsideHours = v.CountOrZero("outside_hours"),
        }),
        OpenPositions = s.GetProperty("open_positions").GetInt32(),
        LedgerHash = s.Text("ledger_hash"),
        Version = s.Text("version"),
        Interrupted = s.GetProperty("interrupted").GetBoolean(),
        WallSeconds = s.Number("wall_seconds"),
    };

    private static PortfolioMetrics ReadMetrics(JsonElement s) => new()
    {
        Trades = s.GetProperty("trades").GetInt32(),
        Wins = s.GetProperty("wins").GetInt32(),
        Losses = s.GetProperty("losses").GetInt32(),
        WinRate = s.NumberOrNull("win_rate"),
        TotalR = s.Number("total_r"),
        AverageR = s.NumberOrNull("average_r"),
        ProfitFactor = s.NumberOrNull("profit_factor"),
        PayoffRatio = s.NumberOrNull("payoff_ratio"),
        MaxDrawdownR = s.Number("max_drawdown_r"),
        LongestLosingRun = s.GetProperty("longest_losing_run").GetInt32(),
        Sqn = s.NumberOrNull("sqn"),
        AverageMaeR = s.NumberOrNull("average_mae_r"),
        AverageMfeR = s.NumberOrNull("average_mfe_r"),
        Pnl = s.Number("pnl"),
        Costs = s.Number("costs"),
        CostSpread = s.NumberOrNull("cost_spread"),
        CostSlippage = s.NumberOrNull("cost_slippage"),
        CostCommission = s.NumberOrNull("cost_commission"),
        Equity = s.NumberOrNull("equity"),
        MaxDrawdownPct = s.Number("max_drawdown_pct"),
        Sharpe = s.NumberOrNull("sharpe"),
        Sortino = s.NumberOrNull("sortino"),
        Exposure = s.NumberOrNull("exposure"),
        CostShare = s.NumberOrNull("cost_share"),
        Breakdown = [.. s.EnumerateObject().Where(p => p.Name.StartsWith("by_", StringComparison.Ordinal)).SelectMany(p => p.Value.EnumerateObject()
            .Select(row => new MetricsBreakdown(
                p.Name[3..], row.Name, row.Value.GetProperty("trades").GetInt32(), row.Value.GetProperty("wins").GetInt32(),
                row.Value.GetProperty("losses").GetInt32(), row.Value.Number("total_r"), row.Value.Number("pnl"))))],
    };
}
