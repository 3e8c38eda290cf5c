using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Journal;
using Axfl.Runs.Watching;

namespace Axfl.Dashboard.Follow;

/// <summary>What pages are told, as JSON on one line: members in snake case as in the files of a run.</summary>
internal static class EventJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object.</summary>
    /// <param name="write">Writes it whole.</param>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A line of a file of JSON, written anew: no character of it can end an event.</summary>
    /// <returns>Null: it is no object.</returns>
    public static byte[]? OfLine(ReadOnlySpan<byte> line) => OfLine(line, out _);

    /// <summary>The same, with the time in it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="time">Its member <c>time</c>, unix ms; null: there is none.</param>
    /// <returns>Null: it is no object.</returns>
    public static byte[]? OfLine(ReadOnlySpan<byte> line, out long? time)
    {
        time = null;
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            if (root.TryGetProperty("time", out var text) && text.ValueKind == JsonValueKind.String && EventTime.TryParseIso(text.GetString()!, out var at)) time = at;
            return Of(root.WriteTo);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Damaged; the latter: half of a letter stands in a text.
            return null;
        }
    }

    /// <summary>A trade.</summary>
    public static byte[] Of(Trade t) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("trade_id", t.TradeId);
        json.WriteString("symbol", t.Symbol);
        json.WriteString("strategy", t.Strategy);
        json.WriteString("side", t.Side);
        json.WriteNumber("units", t.Units);
        json.WriteString("entry_time", t.EntryTime);
        json.WriteNumber("entry", t.Entry);
        json.WriteNumber("stop_loss", t.StopLoss);
        if (t.Target is { } target) json.WriteNumber("target", target);
        else json.WriteNull("target");
        json.WriteString("exit_time", t.ExitTime);
        json.WriteNumber("exit", t.Exit);
        json.WriteString("reason", t.Reason);
        json.WriteNumber("r", t.R);
        json.WriteNumber("pnl", t.Pnl);
        json.WriteNumber("costs", t.Costs);
        json.WriteNumber("mae_r", t.MaeR);
        json.WriteNumber("mfe_r", t.MfeR);
        json.WriteString("tag", t.Tag);
        json.WriteEndObject();
    });

    /// <summary>A note of the journal on the feed or on a process of the run.</summary>
    public static byte[] OfNote(JournalLine line) => Of(json =>
    {
        json.WriteStartObject();
        WriteTime(json, line.Time);
        json.WriteString("kind", line.Kind);
        json.WriteString("state", line.Texts.GetValueOrDefault("state", ""));
        json.WriteString("detail", line.Texts.GetValueOrDefault("detail", ""));
        json.WriteEndObject();
    });

    /// <summary>A price of a symbol.</summary>
    public static byte[] OfPrice(string symbol, long time, double mid, double spread) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("symbol", symbol);
        WriteTime(json, time);
        json.WriteNumber("mid", mid);
        if (double.IsFinite(spread)) json.WriteNumber("spread", spread);
        json.WriteStartArray("bars");
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Complete bars of a symbol.</summary>
    public static byte[] OfBars(string symbol, IEnumerable<Bar> bars) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("symbol", symbol);
        json.WriteStartArray("bars");
        foreach (var bar in bars) Write(json, bar);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A note on a line of a file that is too long to be looked at.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="bytes">Length of the line.</param>
    public static byte[] OfPassedOver(string file, long bytes) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteNull("time");
        json.WriteString("kind", "file");
        json.WriteString("state", "passed over");
        json.WriteString("detail", string.Create(CultureInfo.InvariantCulture, $"A line of {file} has {bytes:N0} bytes: no run writes one of more than {LineTail.LongestLine:N0}, and it is left out here."));
        json.WriteEndObject();
    });

    /// <summary>Writes the time of something; null where a damaged line has one that cannot be.</summary>
    public static void WriteTime(Utf8JsonWriter json, long time)
    {
        if (EventTime.IsInRange(time)) json.WriteString("time", EventTime.ToIso(time));
        else json.WriteNull("time");
    }

    /// <summary>A bar: open time in unix ms, open, high, low, close.</summary>
    public static void Write(Utf8JsonWriter json, in Bar bar)
    {
        json.WriteStartArray();
        json.WriteNumberValue(bar.Time);
        json.WriteNumberValue(bar.Open);
        json.WriteNumberValue(bar.High);
        json.WriteNumberValue(bar.Low);
        json.WriteNumberValue(bar.Close);
        json.WriteEndArray();
    }

    /// <summary>How a run is: its now.json, whether its process is there, and the time here, against which its ages are measured.</summary>
    public static byte[] Of(RunNow now, DateTimeOffset time) => Of(json => Write(json, now, time));

    /// <summary>The same as a part of another object.</summary>
    public static void Write(Utf8JsonWriter json, RunNow now, DateTimeOffset time)
    {
        json.WriteStartObject();
        json.WriteString("server_time", EventTime.ToIso(time.ToUnixTimeMilliseconds()));
        json.WriteString("state", now.State);
        json.WriteString("error", now.Error);
        if (now.WrittenAt is { } at) json.WriteString("written_at", at);
        else json.WriteNull("written_at");
        json.WritePropertyName("now");
        if (now.Content is { } content) content.WriteTo(json);
        else json.WriteNullValue();
        json.WriteEndObject();
    }
}
