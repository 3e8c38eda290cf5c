using Axfl.Data.Disk;
using Axfl.Runs.Journal;

namespace Axfl.Dashboard.Follow;

/// <summary>The symbols of a live run in plan order, from the first line of its journal.</summary>
internal static class JournalSymbols
{
    private const int LongestStart = 64 * 1024;

    /// <summary>Reads them.</summary>
    /// <param name="directory">Run directory.</param>
    /// <returns>Null: there is no journal, or its first line is not there yet.</returns>
    /// <exception cref="IOException">It cannot be read now.</exception>
    public static IReadOnlyList<string>? Of(string directory)
    {
        var files = new JournalFiles(directory);
        var path = File.Exists(files.Single) ? files.Single : files.Segment(1);
        if (!File.Exists(path)) return null;
        using var stream = RegularFile.Open(path);
        var block = new byte[LongestStart];
        var read = block.AsSpan(0, stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false));
        var (end, line) = (read.IndexOf((byte)'\n'), new JournalLine());
        if (end < 0 || !JournalEntry.TryParse(line, read[..end]) || line.Kind != JournalKind.Start) return null;
        return line.Texts.GetValueOrDefault("symbols", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
