using System.Globalization;
using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Recording;

/// <summary>now.json as text. What changes with the time alone stands apart from the content, so that two contents can be compared.</summary>
internal static class NowJson
{
    private const int Price = 6, R = 4, Money = 2;

    /// <summary>The file: the status, who wrote it and when, and the rest.</summary>
    /// <param name="content">What <see cref="WriteContent"/> wrote: status and rest as an array of two.</param>
    /// <param name="writtenAt">Now.</param>
    /// <param name="processId">This process.</param>
    /// <param name="state">State of the run.</param>
    public static byte[] Whole(byte[] content, DateTimeOffset writtenAt, int processId, string state)
    {
        var split = Array.IndexOf(content, (byte)'\n');
        var between = string.Create(CultureInfo.InvariantCulture,
            $",\"written_at\":\"{EventTime.ToIso(writtenAt.ToUnixTimeMilliseconds())}\",\"pid\":{processId},\"state\":\"{state}\",");
        if (split < 0) return Encoding.UTF8.GetBytes($"{{\"status\":null{between[..^1]}}}\n");
        return [.. "{\"status\":"u8, .. content.AsSpan(0, split), .. Encoding.UTF8.GetBytes(between), .. content.AsSpan(split + 2), (byte)'\n'];
    }

    /// <summary>Writes the status, a line end, and an object of the rest.</summary>
    public static void WriteContent(NowContent now, Utf8JsonWriter json)
    {
        var status = new JsonText();
        StatusJson.Write(now.Status, status);
        json.WriteRawValue(status.Written, skipInputValidation: true);
        json.Flush();
        json.Reset();
        json.WriteRawValue("\n"u8, skipInputValidation: true);
        json.Flush();
        json.Reset();
        json.WriteStartObject();
        json.WriteStartArray("prices");
        foreach (var p in now.Prices) Write(p, json);
        json.WriteEndArray();
        json.WriteStartArray("windows");
        foreach (var w in now.Windows)
        {
            json.WriteStartObject();
            json.WriteString("strategy", w.Strategy);
            WriteTime(json, "start", w.Start);
            WriteTime(json, "end", w.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRisk(now, json);
        json.WriteStartArray("last_trades");
        foreach (var t in now.Trades) Write(t, json);
        json.WriteEndArray();
        json.WriteStartArray("last_refusals");
        foreach (var d in now.Refusals) Write(d, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRisk(NowContent now, Utf8JsonWriter json)
    {
        json.WriteStartArray("limits");
        foreach (var l in now.Risk.Limits)
        {
            json.WriteStartObject();
            json.WriteString("strategy", l.Strategy);
            json.WriteDecimal("r", l.R, R);
            json.WriteDecimal("stop_r", l.StopR, R);
            json.WriteNumber("trades", l.Entries);
            if (l.MaxEntries is { } most) json.WriteNumber("max_trades", most);
            else json.WriteNull("max_trades");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("halts");
        foreach (var h in now.Risk.Halts)
        {
            json.WriteStartObject();
            json.WriteString("halt", h.Halt);
            json.WriteString("strategy", h.Strategy);
            WriteTime(json, "until", h.Until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(NowPrice p, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("symbol", p.Symbol);
        json.WriteDecimal("mid", p.Mid, Price);
        json.WriteDecimal("bid", p.Bid, Price);
        json.WriteDecimal("ask", p.Ask, Price);
        WriteTime(json, "stamped", p.Stamped);
        WriteTime(json, "received", p.Received);
        json.WriteBoolean("fresh", p.Fresh);
        json.WriteString("why", p.Why);
        json.WriteEndObject();
    }

    private static void Write(Trade t, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("trade_id", t.TradeId);
        WriteSlot(json, t.Symbol, t.Strategy, t.Side);
        json.WriteDecimal("units", t.Units, R);
        WriteTime(json, "entry_time", EventTime.FromDateTime(t.EntryTime));
        json.WriteDecimal("entry", t.Entry, Price);
        json.WriteDecimal("stop_loss", t.StopLoss, Price);
        json.WriteDecimal("target", t.Target, Price);
        WriteTime(json, "exit_time", EventTime.FromDateTime(t.ExitTime));
        json.WriteDecimal("exit", t.Exit, Price);
        json.WriteString("reason", t.Reason);
        json.WriteDecimal("r", t.R, R);
        json.WriteDecimal("pnl", t.Pnl, Money);
        json.WriteDecimal("costs", t.Costs, Money);
        json.WriteString("tag", t.Tag);
        json.WriteEndObject();
    }

    private static void Write(Decision d, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteTime(json, "time", EventTime.FromDateTime(d.Time));
        WriteSlot(json, d.Symbol, d.Strategy, d.Side);
        json.WriteString("stage", d.Stage);
        json.WriteString("result", d.Result);
        json.WriteString("type", d.Type);
        json.WriteDecimal("price", d.Price, Price);
        json.WriteDecimal("stop_loss", d.StopLoss, Price);
        json.WriteDecimal("target", d.Target, Price);
        json.WriteString("detail", d.Detail);
        json.WriteEndObject();
    }

    private static void WriteSlot(Utf8JsonWriter json, string symbol, string strategy, string side)
    {
        json.WriteString("symbol", symbol);
        json.WriteString("strategy", strategy);
        json.WriteString("side", side);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, long? time)
    {
        // The ends of the range stand for a time that is not known: journals of older versions do not say when a price was received.
        if (time is { } t && t is not (long.MinValue or long.MaxValue)) json.WriteString(name, EventTime.ToIso(t));
        else json.WriteNull(name);
    }
}
