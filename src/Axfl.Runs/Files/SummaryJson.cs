using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Metrics;

namespace Axfl.Runs.Files;

/// <summary>Writes summary.json.</summary>
internal static class SummaryJson
{
    private const int Ratio = 6, R = 4, Money = 2;

    /// <summary>Writes the whole file, or none of it.</summary>
    public static void Write(string path, RunSummary summary) => OutputErrors.Guard(path, () => WholeFile.Replace(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, SkipValidation = true });
        Write(summary, json);
    }));

    /// <summary>Writes the object.</summary>
    public static void Write(RunSummary s, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("run", s.Run);
        json.WriteString("state", s.State);
        json.WriteString("error", s.Error);
        json.WriteString("profile", s.Profile);
        json.WriteString("mode", s.Mode);
        json.WriteString("source", s.Source);
        WriteTime(json, "since", s.Since);
        WriteTime(json, "until", s.Until);
        WriteTime(json, "traded_since", s.TradedSince);
        WriteTime(json, "traded_until", s.TradedUntil);
        json.WriteString("interval", s.Interval);
        json.WriteStartArray("symbols");
        foreach (var symbol in s.Symbols) json.WriteStringValue(symbol);
        json.WriteEndArray();
        WriteMetrics(s.Metrics, json);
        json.WriteStartObject("decisions");
        foreach (var (name, count) in s.Decisions) json.WriteNumber(name, count);
        json.WriteEndObject();
        json.WriteStartObject("data");
        DataJson.WriteMembers(json, s.Data);
        json.WriteEndObject();
        json.WriteNumber("outside_hours", s.OutsideHours);
        WriteGaps(s.LargestGaps, json);
        json.WriteStartArray("warnings");
        foreach (var warning in s.Warnings) json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteNumber("open_positions", s.OpenPositions);
        json.WriteString("ledger_hash", s.LedgerHash);
        json.WriteBoolean("interrupted", s.Interrupted);
        json.WriteString("version", s.Version);
        json.WriteDecimal("wall_seconds", s.WallSeconds, 3);
        json.WriteEndObject();
    }

    private static void WriteMetrics(PortfolioMetrics m, Utf8JsonWriter json)
    {
        json.WriteNumber("trades", m.Trades);
        json.WriteNumber("wins", m.Wins);
        json.WriteNumber("losses", m.Losses);
        json.WriteDecimal("win_rate", m.WinRate, Ratio);
        json.WriteDecimal("total_r", m.TotalR, R);
        json.WriteDecimal("cost_share", m.CostShare, Ratio);
        json.WriteDecimal("average_r", m.AverageR, Ratio);
        json.WriteDecimal("profit_factor", m.ProfitFactor, Ratio);
        json.WriteDecimal("payoff_ratio", m.PayoffRatio, Ratio);
        json.WriteDecimal("max_drawdown_r", m.MaxDrawdownR, R);
        json.WriteNumber("longest_losing_run", m.LongestLosingRun);
        json.WriteDecimal("sqn", m.Sqn, Ratio);
        json.WriteDecimal("average_mae_r", m.AverageMaeR, Ratio);
        json.WriteDecimal("average_mfe_r", m.AverageMfeR, Ratio);
        json.WriteDecimal("pnl", m.Pnl, Money);
        json.WriteDecimal("costs", m.Costs, Money);
        json.WriteDecimal("cost_spread", m.CostSpread, Money);
        json.WriteDecimal("cost_slippage", m.CostSlippage, Money);
        json.WriteDecimal("cost_commission", m.CostCommission, Money);
        json.WriteDecimal("equity", m.Equity, Money);
        json.WriteDecimal("max_drawdown_pct", m.MaxDrawdownPct, Ratio);
        json.WriteDecimal("sharpe", m.Sharpe, Ratio);
        json.WriteDecimal("sortino", m.Sortino, Ratio);
        json.WriteDecimal("exposure", m.Exposure, Ratio);
        foreach (var split in Breakdowns.Names)
        {
            json.WriteStartObject("by_" + split);
            foreach (var row in m.Breakdown.Where(b => b.By == split))
            {
                json.WriteStartObject(row.Key);
                json.WriteNumber("trades", row.Trades);
                json.WriteNumber("wins", row.Wins);
                json.WriteNumber("losses", row.Losses);
                json.WriteDecimal("total_r", row.TotalR, R);
                json.WriteDecimal("pnl", row.Pnl, Money);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }

    private static void WriteGaps(IReadOnlyList<RunGap> gaps, Utf8JsonWriter json)
    {
        json.WriteStartArray("largest_gaps");
        foreach (var gap in gaps)
        {
            json.WriteStartObject();
            json.WriteString("symbol", gap.Symbol);
            WriteTime(json, "from", gap.From);
            WriteTime(json, "until", gap.Until);
            json.WriteNumber("bars", gap.Bars);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTime? time)
    {
        if (time is { } t) json.WriteString(name, EventTime.ToIso(EventTime.FromDateTime(t)));
        else json.WriteNull(name);
    }
}
