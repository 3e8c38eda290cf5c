namespace Axfl.Alerts.Delivery;

/// <summary>A file of lines of JSON that alerts keep in a run directory. Several threads may write; nothing of it ends or delays a run.</summary>
/// <param name="path">Its path.</param>
internal sealed class AlertLines(string path)
{
    private readonly object _gate = new();

    /// <summary>Adds whole lines. A file that cannot be written hurts nobody: what was to be kept is not.</summary>
    /// <param name="lines">Lines of UTF-8, each with its end.</param>
    public void Append(MemoryStream lines)
    {
        lock (_gate)
        {
            try
            {
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                file.Write(lines.GetBuffer(), 0, (int)lines.Length);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The messages go out all the same.
            }
        }
    }

    /// <summary>The lines that earlier processes kept, the part of one that a kill left too: it is no JSON, and whoever writes next begins a line of its own.</summary>
    public string[] Read()
    {
        if (!File.Exists(path)) return [];
        var text = File.ReadAllText(path);
        if (text.Length > 0 && text[^1] != '\n') File.AppendAllText(path, "\n");
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
