using System.Text;
using Axfl.Data.Disk;

namespace Axfl.Data.Files;

/// <summary>Lines of text as strings, each no longer than 64 KiB, up to a number of bytes.</summary>
public static class BoundedLines
{
    /// <summary>Lines of a text file that are not blank, with their 1-based numbers.</summary>
    /// <param name="path">Path.</param>
    /// <exception cref="IOException">It is a pipe, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no text in a supported encoding, or has a line that is too long.</exception>
    public static IEnumerable<TextLine> Of(string path)
    {
        using var text = TextBytes.Open(RegularFile.Open(path));
        foreach (var line in Read(text, long.MaxValue)) yield return line;
    }

    /// <summary>Lines that are not blank, with their 1-based numbers.</summary>
    /// <param name="stream">UTF-8 bytes.</param>
    /// <param name="mostBytes">Bytes that are looked at.</param>
    internal static IEnumerable<TextLine> Read(Stream stream, long mostBytes)
    {
        // Longer than a line that TextBytes lets through.
        var buffer = new byte[TextBytes.LongestLine + 4096];
        int held = 0;
        long number = 0, seen = 0;
        for (var more = true; more;)
        {
            var read = seen < mostBytes && held < buffer.Length ? stream.Read(buffer, held, buffer.Length - held) : 0;
            more = read > 0;
            seen += read;
            held += read;
            var start = 0;
            for (int end; (end = EndOf(buffer.AsSpan(start, held - start), more)) >= 0;)
            {
                number++;
                var text = Encoding.UTF8.GetString(buffer, start, end).TrimEnd('\r');
                if (text.AsSpan().Trim().Length > 0) yield return new TextLine(number, text);
                start = Math.Min(held, start + end + 1);
            }

            held -= start;
            Buffer.BlockCopy(buffer, start, buffer, 0, held);
        }
    }

    // Length of the next line; -1: it is not complete yet.
    private static int EndOf(ReadOnlySpan<byte> bytes, bool more)
    {
        var end = bytes.IndexOf((byte)'\n');
        return end >= 0 ? end : more || bytes.IsEmpty ? -1 : bytes.Length;
    }
}

/// <summary>A line of text.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Text">What it says.</param>
public sealed record TextLine(long Number, string Text);
