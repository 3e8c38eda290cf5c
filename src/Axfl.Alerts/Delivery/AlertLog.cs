using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Alerts.Delivery;

/// <summary>alerts.jsonl: what was sent, by event and channel, so that a resumed run knows what was not.</summary>
/// <param name="path">Its path.</param>
/// <param name="time">Clock.</param>
internal sealed class AlertLog(string path, TimeProvider time)
{
    private readonly AlertLines _lines = new(path);

    /// <summary>Notes that a channel took messages. A file that cannot be written hurts nobody: they may come twice after a resume.</summary>
    public void Sent(IEnumerable<string> events, string channel)
    {
        using var lines = new MemoryStream();
        foreach (var id in events)
        {
            using (var json = new Utf8JsonWriter(lines))
            {
                json.WriteStartObject();
                json.WriteString("event"u8, id);
                json.WriteString("channel"u8, channel);
                json.WriteString("sent_at"u8, EventTime.ToIso(time.GetUtcNow().ToUnixTimeMilliseconds()));
                json.WriteEndObject();
            }

            lines.WriteByte((byte)'\n');
        }

        _lines.Append(lines);
    }

    /// <summary>What was sent before: event and channel. A line that cannot be read is none.</summary>
    public HashSet<(string Event, string Channel)> Read() => [.. _lines.Read().Select(Parse).OfType<(string, string)>()];

    private static (string Event, string Channel)? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("event").GetString() is { } id && json.RootElement.GetProperty("channel").GetString() is { } channel ? (id, channel) : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
