using System.Text;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>A status as one line of JSON: the names and order of the status block.</summary>
public static class StatusJson
{
    private const int Price = 6, R = 4, Money = 2;

    /// <summary>The line.</summary>
    public static string Write(PortfolioStatus status)
    {
        using var line = new JsonLine();
        Write(status, line.Writer);
        return Encoding.UTF8.GetString(line.Finish());
    }

    /// <summary>Writes the object.</summary>
    public static void Write(PortfolioStatus s, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", s.Ok);
        if (s.Error is not null) json.WriteString("error", s.Error);
        json.WriteString("mode", s.Mode);
        json.WriteString("source", s.Source);
        json.WriteString("interval", s.Interval);
        WriteTime(json, "since", s.Since);
        WriteTime(json, "now", s.Now);
        json.WriteStartArray("symbols");
        foreach (var symbol in s.Symbols) json.WriteStringValue(symbol);
        json.WriteEndArray();
        WritePositions(s, json);
        WriteToday(s, json);
        json.WriteStartObject("risk");
        json.WriteBoolean("halted", s.Risk.Halted);
        json.WriteDecimal("global_daily_stop_r", s.Risk.GlobalDailyStopR, R);
        json.WriteEndObject();
        WriteCosts(s, json);
        WriteFeed(s.Ws, json);
        json.WriteStartObject("total");
        json.WriteDecimal("r", s.Total.R, R);
        json.WriteDecimal("pnl", s.Total.Pnl, Money);
        json.WriteNumber("trades", s.Total.Trades);
        json.WriteDecimal("equity", s.Total.Equity, Money);
        json.WriteDecimal("max_drawdown_pct", s.Total.MaxDrawdownPct, R);
        json.WriteEndObject();
        WritePending(s, json);
        json.WriteStartObject("blocked");
        foreach (var b in s.Blocked) json.WriteNumber(b.Gate, b.Count);
        json.WriteEndObject();
        WriteData(s, json);
        json.WriteString("day", s.Day);
        json.WriteString("run", s.Run);
        json.WriteString("ledger_hash", s.LedgerHash);
        json.WriteEndObject();
    }

    private static void WritePositions(PortfolioStatus s, Utf8JsonWriter json)
    {
        json.WriteStartArray("positions");
        foreach (var p in s.Positions)
        {
            json.WriteStartObject();
            WriteSlot(json, p.Symbol, p.Strategy, p.Side);
            json.WriteDecimal("units", p.Units, R);
            json.WriteDecimal("entry", p.Entry, Price);
            WriteTime(json, "entry_time", p.EntryTime);
            json.WriteDecimal("sl", p.Sl, Price);
            json.WriteDecimal("tp", p.Tp, Price);
            json.WriteDecimal("r_open", p.ROpen, R);
            json.WriteDecimal("pnl_open", p.PnlOpen, Money);
            json.WriteNumber("bars_held", p.BarsHeld);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteToday(PortfolioStatus s, Utf8JsonWriter json)
    {
        json.WriteStartObject("today");
        json.WriteDecimal("r_total", s.Today.RTotal, R);
        json.WriteDecimal("pnl_total", s.Today.PnlTotal, Money);
        json.WriteStartArray("by_strategy");
        foreach (var d in s.ByStrategy)
        {
            json.WriteStartObject();
            json.WriteString("name", d.Name);
            json.WriteDecimal("r", d.R, R);
            json.WriteNumber("trades", d.Trades);
            json.WriteDecimal("pnl", d.Pnl, Money);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCosts(PortfolioStatus s, Utf8JsonWriter json)
    {
        json.WriteStartObject("costs");
        if (s.Symbols.Count == 1 && s.Costs.SpreadPips.TryGetValue(s.Symbols[0], out var only)) json.WriteDecimal("spread_pips", only, R);
        else
        {
            json.WriteStartObject("spread_pips");
            // In plan order: a status that came through a job has its spreads in any order.
            foreach (var symbol in s.Symbols)
                if (s.Costs.SpreadPips.TryGetValue(symbol, out var pips)) json.WriteDecimal(symbol, pips, R);
            json.WriteEndObject();
        }

        json.WriteString("slippage_model", s.Costs.SlippageModel);
        json.WriteEndObject();
    }

    private static void WriteFeed(FeedStatus feed, Utf8JsonWriter json)
    {
        json.WriteStartObject("ws");
        json.WriteBoolean("connected", feed.Connected);
        json.WriteNumber("errors", feed.Errors);
        if (feed.State is not null)
        {
            json.WriteString("state", feed.State);
            json.WriteDecimal("latency_p50_ms", feed.LatencyP50Ms, 3);
            json.WriteDecimal("latency_p99_ms", feed.LatencyP99Ms, 3);
            json.WriteDecimal("lag_p50_ms", feed.LagP50Ms, 0);
            json.WriteDecimal("lag_p99_ms", feed.LagP99Ms, 0);
            if (feed.Rejected is { } rejected) json.WriteNumber("rejected", rejected);
        }

        json.WriteEndObject();
    }

    private static void WritePending(PortfolioStatus s, Utf8JsonWriter json)
    {
        json.WriteStartArray("pending");
        foreach (var p in s.Pending)
        {
            json.WriteStartObject();
            WriteSlot(json, p.Symbol, p.Strategy, p.Side);
            json.WriteString("type", p.Type);
            json.WriteDecimal("price", p.Price, Price);
            json.WriteDecimal("sl", p.Sl, Price);
            json.WriteDecimal("tp", p.Tp, Price);
            WriteTime(json, "placed", p.Placed);
            if (p.Expiry is { } expiry) WriteTime(json, "expiry", expiry);
            else json.WriteNull("expiry");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteData(PortfolioStatus s, Utf8JsonWriter json)
    {
        json.WriteStartObject("data");
        DataJson.WriteMembers(json, s.Data, isLive: s.Mode == "ws");

        if (s.Mode == "ws")
        {
            json.WriteStartArray("stale");
            foreach (var d in s.Data)
                if (d.Stale) json.WriteStringValue(d.Symbol);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSlot(Utf8JsonWriter json, string symbol, string strategy, string side)
    {
        json.WriteString("symbol", symbol);
        json.WriteString("strategy", strategy);
        json.WriteString("side", side);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTime time) => json.WriteString(name, EventTime.ToIso(EventTime.FromDateTime(time)));
}
