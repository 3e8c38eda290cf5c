using System.Text.Json;
using Axfl.Alerts.Messages;

namespace Axfl.Alerts.Delivery;

/// <summary>alerts_made.jsonl: messages that no other file of the run tells, such as starts, digests and errors, so that a resumed run can send what a kill left.</summary>
/// <param name="path">Its path.</param>
internal sealed class MadeAlerts(string path)
{
    private readonly AlertLines _lines = new(path);

    /// <summary>Keeps those of some messages that are in no other file. A file that cannot be written hurts nobody: they are not sent after a kill.</summary>
    public void Add(IReadOnlyList<Alert> alerts)
    {
        MemoryStream? lines = null;
        foreach (var alert in alerts)
        {
            if (alert.IsInFiles) continue;
            lines ??= new MemoryStream();
            JsonSerializer.Serialize(lines, alert, AlertJsonContext.Default.Alert);
            lines.WriteByte((byte)'\n');
        }

        if (lines is not null) _lines.Append(lines);
    }

    /// <summary>What earlier processes kept. A line that cannot be read is none.</summary>
    public IReadOnlyList<Alert> Read() => [.. _lines.Read().Select(Parse).OfType<Alert>()];

    private static Alert? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, AlertJsonContext.Default.Alert) is { Id.Length: > 0, Text: not null, Facts: not null } alert ? alert : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
