using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>A file that grows line by line; readable by others while it grows.</summary>
internal sealed class LineFile(string path) : IDisposable
{
    private readonly FileStream _stream = OutputErrors.Guard(path, () =>
        new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 64 * 1024));

    /// <summary>Adds one line of UTF-8 without its end.</summary>
    public void Append(ReadOnlySpan<byte> line)
    {
        try
        {
            _stream.Write(line);
            _stream.WriteByte((byte)'\n');
        }
        catch (IOException e)
        {
            throw OutputErrors.NotWritable(path, e);
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
            throw OutputErrors.NotWritable(path, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

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

    private static IEnumerable<(string Text, int Number)> Lines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var torn = EndsTorn(stream);
        using var reader = new StreamReader(stream);
        string? next = reader.ReadLine();
        for (var number = 1; next is { } line; number++)
        {
            next = reader.ReadLine();
            if (line.Length > 0 && !(torn && next is null)) yield return (line, number);
        }
    }

    private static bool EndsTorn(FileStream stream)
    {
        if (stream.Length == 0) return false;
        stream.Seek(-1, SeekOrigin.End);
        var last = stream.ReadByte();
        stream.Seek(0, SeekOrigin.Begin);
        return last != '\n';
    }
}
