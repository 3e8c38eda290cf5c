using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>What a run has written to a file: at its end the file must still be there and be that, or its summary would tell of what nobody can read.</summary>
/// <param name="path">Path.</param>
internal sealed class WrittenFile(string path)
{
    private const int HeadLength = 256;

    private byte[] _head = [];

    /// <summary>Bytes written, with those that were there when it was opened.</summary>
    public long Length { get; set; }

    /// <summary>What a file that goes on begins with.</summary>
    public static WrittenFile Of(string path, Stream stream)
    {
        var written = new WrittenFile(path);
        var (position, head) = (stream.Position, new byte[HeadLength]);
        stream.Position = 0;
        written._head = head[..stream.ReadAtLeast(head, (int)Math.Min(HeadLength, position), throwOnEndOfStream: false)];
        if (written._head.Length > position) written._head = written._head[..(int)position];
        written.Length = position;
        stream.Position = position;
        return written;
    }

    /// <summary>Bytes that are written.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_head.Length < HeadLength) _head = [.. _head, .. bytes[..Math.Min(bytes.Length, HeadLength - _head.Length)]];
        Length += bytes.Length;
    }

    /// <summary>Holds the file against what was written, once that was given to the operating system.</summary>
    /// <exception cref="AxflException">It is gone or another (<c>RunFileChanged</c>).</exception>
    public void Verify()
    {
        if (Difference() is not { } difference) return;
        throw new AxflException("RunFileChanged", ErrorKind.Output,
            $"{path} is not what this run wrote: {difference}. Something else changed it while the run was under way; start the run again and leave its directory alone.")
        { Target = path };
    }

    private string? Difference()
    {
        try
        {
            // A second look through the path: the handle that wrote it would still see a file that was moved or removed.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            if (stream.Length != Length) return $"it has {stream.Length} bytes, and {Length} were written";
            var head = new byte[_head.Length];
            stream.ReadExactly(head);
            return head.AsSpan().SequenceEqual(_head) ? null : "it begins with something else";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "it was removed or moved";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message.TrimEnd('.');
        }
    }
}
