using System.Text;
using System.Text.Json;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>Where a run takes its prices from: as it began, or as it was last resumed.</summary>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Endpoint">Address of the feed's server without user and query; null: the provider's own.</param>
/// <param name="HistoryEndpoint">Address of the history server likewise; null: none was given.</param>
internal sealed record JournalServers(string Feed, string? Endpoint, string? HistoryEndpoint)
{
    /// <summary>Those of a first line.</summary>
    public static JournalServers Of(JournalStart start) => new(start.Feed, start.Endpoint, start.HistoryEndpoint);

    /// <summary>Those with which the run was last under way.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="start">The journal's first line.</param>
    public static JournalServers Last(string directory, JournalStart start)
    {
        var files = new JournalFiles(directory);
        foreach (var number in files.Segments().Reverse())
        {
            if (LastIn(files.Segment(number)) is { } resumed) return resumed;

            // What is before a snapshot is told by it: a long journal is not read for this.
            if (number > 0 && SnapshotServers(files.Snapshot(number)) is { } kept) return kept;
        }

        return Of(start);
    }

    /// <summary>Those of the texts of a line or snapshot; null: they name none.</summary>
    public static JournalServers? Of(IReadOnlyDictionary<string, string> texts) => texts.TryGetValue("feed", out var feed)
        ? new JournalServers(feed, texts.GetValueOrDefault("endpoint"), texts.GetValueOrDefault("history_endpoint")) : null;

    /// <summary>Writes them as members of an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("feed"u8, Feed);
        if (Endpoint is not null) json.WriteString("endpoint"u8, Endpoint);
        if (HistoryEndpoint is not null) json.WriteString("history_endpoint"u8, HistoryEndpoint);
    }

    private static JournalServers? LastIn(string segment)
    {
        JournalServers? last = null;
        var line = new JournalLine();
        foreach (var (text, _) in LineFile.Read(segment))
        {
            if (!text.Contains("\"k\":\"resume\"", StringComparison.Ordinal)) continue;
            try
            {
                line.Parse(Encoding.UTF8.GetBytes(text));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
            {
                // A line that is not what was written is found, and named, when the journal is folded.
                continue;
            }

            if (line.Kind == JournalKind.Resume) last = Of(line.Texts) ?? last;
        }

        return last;
    }

    private static JournalServers? SnapshotServers(string path)
    {
        try
        {
            return File.Exists(path) ? Snapshot.Read(path).Servers : null;
        }
        catch (InvalidDataException)
        {
            // It is said when the run goes on from the one before.
            return null;
        }
    }
}
