using System.Text.Json;
using Axfl.Runs.Journal;

namespace Axfl.Dashboard.Follow;

/// <summary>Lines of a journal as far as a dashboard looks at them.</summary>
internal static class JournalEntry
{
    /// <summary>Kind of a line, found without reading the rest of it; empty: it is none.</summary>
    public static ReadOnlySpan<byte> KindOf(ReadOnlySpan<byte> line)
    {
        var at = line[..Math.Min(line.Length, 40)].IndexOf(",\"k\":\""u8);
        if (at < 0) return default;
        var kind = line[(at + 6)..];
        var end = kind.IndexOf((byte)'"');
        return end < 0 ? default : kind[..end];
    }

    /// <summary>Reads a line.</summary>
    /// <returns>False: it is damaged, which is for those to say who check or resume the run.</returns>
    public static bool TryParse(JournalLine into, ReadOnlySpan<byte> line)
    {
        try
        {
            into.Parse(line);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>Whether a line has complete bars.</summary>
    public static bool HasBars(ReadOnlySpan<byte> kind) => kind.SequenceEqual("bars"u8) || kind.SequenceEqual("history"u8);

    /// <summary>Whether a line tells of the feed or of the processes of the run.</summary>
    public static bool IsNote(ReadOnlySpan<byte> kind) => kind.SequenceEqual("feed"u8) || kind.SequenceEqual("resume"u8) || kind.SequenceEqual("stop"u8);
}
