using Axfl.Data.Disk;
using Axfl.Runs.Files;
using Axfl.Runs.Watching;

namespace Axfl.Dashboard.Follow;

/// <summary>Reads a large file of lines from its end.</summary>
internal static class BackwardLines
{
    private const int Block = 1 << 20;

    /// <summary>Position behind the last whole line of a file; 0: there is no such file, or no line in it.</summary>
    public static long EndOf(string path)
    {
        if (!File.Exists(path)) return 0;
        using var stream = RegularFile.Open(path);
        return WholeLines.EndOf(stream);
    }

    /// <summary>Gives the lines of a file, those of a later block before those of an earlier one, and in a block in their order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="end">Where to begin: behind the end of a line.</param>
    /// <param name="most">The most bytes that are read.</param>
    /// <param name="take">Takes a line.</param>
    /// <param name="goesOn">Asked after each block.</param>
    /// <param name="passedOver">Told of a line longer than a block, which is not held and not taken: its length in bytes.</param>
    /// <returns>Position of the earliest line that was given.</returns>
    public static long Read(string path, long end, long most, LineTaker take, Func<bool> goesOn, Action<long>? passedOver = null)
    {
        using var stream = RegularFile.Open(path);
        var block = new byte[Block];
        var least = Math.Max(0, end - most);
        var passed = 0L;
        while (end > least)
        {
            var start = Math.Max(0, end - block.Length);
            var lines = Fill(stream, block, start, end);
            if (lines.IsEmpty) return end;
            if (passed > 0)
            {
                // Where the line that is too long begins.
                var head = lines[(lines.LastIndexOf((byte)'\n') + 1)..].Length;
                passed += head;
                end -= head;
                if (head == lines.Length && start > 0) continue;
                passedOver?.Invoke(passed - 1);
                passed = 0;
                continue;
            }

            // What the block begins with is the end of a line, which comes whole with the block before.
            var first = start == 0 ? 0 : lines.IndexOf((byte)'\n') + 1;
            if (first == lines.Length)
            {
                passed = first;
                end = start;
                continue;
            }

            Split(lines[first..], start + first, take);
            end = start + first;
            if (!goesOn()) break;
        }

        return end;
    }

    private static void Split(ReadOnlySpan<byte> lines, long at, LineTaker take)
    {
        for (int end; (end = lines.IndexOf((byte)'\n')) >= 0; lines = lines[(end + 1)..])
        {
            at += end + 1;
            take(lines[..end], at);
        }
    }

    private static ReadOnlySpan<byte> Fill(FileStream stream, byte[] block, long start, long end)
    {
        stream.Position = start;
        var read = stream.ReadAtLeast(block.AsSpan(0, (int)(end - start)), (int)(end - start), throwOnEndOfStream: false);
        return block.AsSpan(0, read);
    }
}
