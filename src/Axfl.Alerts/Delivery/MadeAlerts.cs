using System.Text.Json;
using Axfl.Alerts.Messages;

namespace Axfl.Alerts.Delivery;

/// <summary>alerts_made.jsonl: messages that no other file of the run tells, such as starts, digests and errors, so that a resumed run can send what a kill left.</summary>
/// <param name="path">Its path.</param>
internal sealed class MadeAlerts(string path)
{
    /// <summary>Name of the file.</summary>
    public const string Name = "alerts_made.jsonl";

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

        if (lines is null) return;
        try
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.Write(lines.GetBuffer(), 0, (int)lines.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They are sent all the same.
        }
    }

    /// <summary>What earlier processes kept. A line that a kill cut is none; whoever writes next begins a line of its own.</summary>
    public IReadOnlyList<Alert> Read()
    {
        if (!File.Exists(path)) return [];
        var text = File.ReadAllText(path);
        if (text.Length > 0 && text[^1] != '\n') File.AppendAllText(path, "\n");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<Alert>()];
    }

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
