using System.Text;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Runs.Files;

/// <summary>A file that grows line by line; readable by others while it grows.</summary>
internal sealed class LineFile : IDisposable
{
    /// <summary>The longest line that is read, characters: no line of a run comes near.</summary>
    public const int LongestLine = 1 << 24;

    private const int BlockBytes = 64 * 1024;

    private readonly string _path;
    private readonly FileStream _stream;

    /// <summary>Opens it for more lines, or makes it.</summary>
    /// <param name="path">Path.</param>
    public LineFile(string path)
    {
        _path = path;
        _stream = OutputErrors.Guard(path, () => Open(path));
        Written = WrittenFile.Of(path, _stream);
    }

    /// <summary>What was written.</summary>
    public WrittenFile Written { get; }

    /// <summary>Adds one line of UTF-8 without its end.</summary>
    public void Append(ReadOnlySpan<byte> line)
    {
        try
        {
            _stream.Write(line);
            _stream.WriteByte((byte)'\n');
            Written.Add(line);
            Written.Add("\n"u8);
        }
        catch (IOException e)
        {
            throw OutputErrors.NotWritable(_path, e);
        }
    }

    /// <summary>Gives everything to the operating system.</summary>
    public void Flush()
    {
        try
        {
            _stream.Flush();
        }
        catch (IOException e)
        {
            throw OutputErrors.NotWritable(_path, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (IOException e)
        {
            throw OutputErrors.NotWritable(_path, e);
        }
    }

    /// <summary>Complete lines of a file that may still be growing: a torn last line is left out.</summary>
    /// <exception cref="AxflException">The file does not exist.</exception>
    public static IEnumerable<(string Text, int Number)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new AxflException("RunFileNotFound", ErrorKind.Data, $"{path} does not exist: is this a run directory, and has the run begun?")
            {
                Target = path,
            };
        }

        return Lines(path);
    }

    /// <summary>Bytes behind the last line end: what a full disk, a kill or a lost power supply left of a line; 0: none.</summary>
    /// <param name="path">Path of a file that nobody writes any more.</param>
    /// <exception cref="AxflException">It cannot be read.</exception>
    public static long TornBytes(string path) => InputErrors.Guard(path, () =>
    {
        using var stream = RegularFile.Open(path);
        return stream.Length - WholeLines.EndOf(stream);
    });

    // A process that was killed may have left half a line: the next one must not grow out of it.
    private static FileStream Open(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, BlockBytes);
        var length = WholeLines.EndOf(stream);
        if (length < stream.Length) stream.SetLength(length);
        stream.Position = length;
        return stream;
    }

    private static IEnumerable<(string Text, int Number)> Lines(string path)
    {
        using var stream = InputErrors.Guard(path, () => RegularFile.Open(path));
        using var reader = new StreamReader(stream);
        // Not ReadLine: it would take the torn end of a growing file for a line.
        var line = new StringBuilder();
        var buffer = new char[16 * 1024];
        var number = 0;
        for (int count; (count = reader.Read(buffer)) > 0;)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, '\n', start, count - start)) >= 0; start = end + 1)
            {
                line.Append(buffer, start, end - start);
                var text = line.ToString().TrimEnd('\r');
                line.Clear();
                number++;
                if (text.Length > 0) yield return (text, number);
            }

            line.Append(buffer, start, count - start);
            if (line.Length > LongestLine)
            {
                throw new AxflException("RunFileLineTooLong", ErrorKind.Data,
                    $"{path}({number + 1}): the line is longer than {LongestLine} characters: no run wrote it. Restore the file from a copy.")
                { Target = path, Line = number + 1 };
            }
        }
    }
}
