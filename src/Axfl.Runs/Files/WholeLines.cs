namespace Axfl.Runs.Files;

/// <summary>Where the whole lines of a file end.</summary>
public static class WholeLines
{
    /// <summary>Position behind the last line end; 0: there is none. What is behind it is a part of a line.</summary>
    /// <param name="stream">A file that may be growing, or being cut; its position is another one afterwards.</param>
    public static long EndOf(FileStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var block = new byte[4096];
        for (var end = stream.Length; end > 0;)
        {
            var start = Math.Max(0, end - block.Length);
            stream.Position = start;
            var read = stream.ReadAtLeast(block.AsSpan(0, (int)(end - start)), (int)(end - start), throwOnEndOfStream: false);
            if (block.AsSpan(0, read).LastIndexOf((byte)'\n') is >= 0 and var at) return start + at + 1;
            end = start;
        }

        return 0;
    }
}
