using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Health;

/// <summary>How fast the journal of the newest live run grows: its last segments of a day, or all of it, by size and time of the files.</summary>
/// <param name="Run">Run id.</param>
/// <param name="BytesPerDay">Bytes of lines and snapshots in 24 hours, stops of the run among them.</param>
internal sealed record JournalRate(string Run, double BytesPerDay)
{
    // The first minutes of a run are warm-up, a burst of lines.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    /// <summary>That of the newest live run that has written for ten minutes; null: there is none.</summary>
    /// <param name="output">Output directory, absolute.</param>
    /// <exception cref="AxflException">A file is in the place of a folder.</exception>
    public static JournalRate? Of(string output) => RunDirectory.All(output).Where(JournalFiles.Exist).Select(OfRun).FirstOrDefault(r => r is not null);

    private static JournalRate? OfRun(string directory)
    {
        var run = RunDirectory.Open(directory);
        var files = new JournalFiles(directory);
        var segments = files.Present();
        if (segments.Count == 0 || run.Started is not { } started) return null;
        var end = File.GetLastWriteTimeUtc(files.Segment(segments[^1]));
        var (bytes, span) = (0L, TimeSpan.Zero);
        for (var i = segments.Count - 1; i >= 0 && span < Most; i--)
        {
            bytes += new[] { files.Segment(segments[i]), files.Snapshot(segments[i]), files.Bars(segments[i]) }.Select(f => new FileInfo(f)).Where(f => f.Exists).Sum(f => f.Length);
            span = end - (i == 0 ? started : File.GetLastWriteTimeUtc(files.Segment(segments[i - 1])));
        }

        return span < Least ? null : new JournalRate(run.RunId, bytes / span.TotalDays);
    }
}
