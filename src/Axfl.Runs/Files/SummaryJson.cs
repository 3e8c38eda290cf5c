using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Runs.Files;

/// <summary>Writes summary.json.</summary>
internal static class SummaryJson
{
    /// <summary>Writes the whole file, or none of it.</summary>
    public static void Write(string path, RunSummary summary) => OutputErrors.Guard(path, () => WholeFile.Replace(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, ReadableJson.Options(indented: true));
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
        MetricsJson.Write(s.Metrics, json);
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
