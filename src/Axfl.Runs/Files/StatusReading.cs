using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads the JSON of a status block.</summary>
public static class StatusReading
{
    /// <summary>The status of a line.</summary>
    /// <exception cref="AxflException">The text is no status.</exception>
    public static PortfolioStatus Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("StatusInvalid", ErrorKind.Data, $"This is no status block's JSON: {e.Message}", e);
        }
    }

    private static PortfolioStatus Read(JsonElement s)
    {
        var symbols = s.Items("symbols", x => x.GetString() ?? "");
        var today = s.GetProperty("today");
        var costs = s.GetProperty("costs");
        var spread = costs.GetProperty("spread_pips");
        var ws = s.GetProperty("ws");
        // The older program's lines end after "ws".
        var stale = s.TryGetProperty("data", out var data) ? data.Items("stale", x => x.GetString() ?? "") : [];
        var now = s.Time("now");
        return new PortfolioStatus
        {
            Ok = s.GetProperty("ok").GetBoolean(),
            Error = s.TextOrNull("error"),
            Mode = s.Text("mode"),
            Source = s.Text("source"),
            Interval = s.Text("interval"),
            Since = s.Time("since"),
            Now = now,
            Symbols = symbols,
            Positions = s.Items("positions", p => new PositionStatus(
                p.Text("symbol"), p.Text("strategy"), p.Text("side"), p.Number("units"), p.Number("entry"), p.Time("entry_time"), p.Number("sl"),
                p.NumberOrNull("tp"), p.Number("r_open"), p.Number("pnl_open"), p.GetProperty("bars_held").GetInt32())),
            Today = new TodayStatus(today.Number("r_total"), today.Number("pnl_total")),
            ByStrategy = today.Items("by_strategy", d => new StrategyDayStatus(
                d.Text("name"), d.Number("r"), d.GetProperty("trades").GetInt32(), d.Number("pnl"))),
            Risk = new RiskStatus(s.GetProperty("risk").GetProperty("halted").GetBoolean(), s.GetProperty("risk").NumberOrNull("global_daily_stop_r")),
            Costs = new CostStatus(
                spread.ValueKind == JsonValueKind.Object
                    ? costs.Members("spread_pips", (name, v) => (name, v.ValueKind == JsonValueKind.Null ? (double?)null : v.GetDouble())).ToDictionary(x => x.name, x => x.Item2)
                    : symbols.ToDictionary(x => x, _ => spread.ValueKind == JsonValueKind.Null ? (double?)null : spread.GetDouble()),
                costs.Text("slippage_model")),
            Ws = new FeedStatus
            {
                Connected = ws.GetProperty("connected").GetBoolean(),
                Errors = ws.GetProperty("errors").GetInt32(),
                State = ws.TextOrNull("state"),
                LatencyP50Ms = ws.NumberOrNull("latency_p50_ms"),
                LatencyP99Ms = ws.NumberOrNull("latency_p99_ms"),
                LagP50Ms = ws.NumberOrNull("lag_p50_ms"),
                LagP99Ms = ws.NumberOrNull("lag_p99_ms"),
                Rejected = (long?)ws.NumberOrNull("rejected"),
            },
            Total = s.TryGetProperty("total", out var total) ? new TotalStatus(
                total.Number("r"), total.Number("pnl"), total.GetProperty("trades").GetInt32(), total.Number("equity"), total.Number("max_drawdown_pct"))
                : new TotalStatus(0, 0, 0, 0, 0),
            Pending = s.Items("pending", p => new PendingOrderStatus(
                p.Text("symbol"), p.Text("strategy"), p.Text("side"), p.Text("type"), p.Number("price"), p.Number("sl"), p.NumberOrNull("tp"),
                p.Time("placed"), p.TimeOrNull("expiry"))),
            Blocked = s.Members("blocked", (name, v) => new BlockedStatus(name, v.GetInt32())),
            Data = [.. s.Members("data", (name, v) => (name, v)).Where(x => x.v.ValueKind == JsonValueKind.Object).Select(x => new SymbolDataStatus(
                x.name, x.v.GetProperty("bars").GetInt64(), x.v.GetProperty("gaps").GetInt64(), x.v.GetProperty("duplicates").GetInt64(),
                x.v.GetProperty("rejected").GetInt64(), stale.Contains(x.name)) { StaleS = x.v.NumberOrNull("stale_s") })],
            Day = s.TextOrNull("day") ?? now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Run = s.TextOrNull("run") ?? "",
            LedgerHash = s.TextOrNull("ledger_hash") ?? "",
        };
    }
}
