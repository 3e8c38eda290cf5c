using System.Buffers;
using Axfl.Data.Disk;
using Microsoft.Win32.SafeHandles;

namespace Axfl.Runs.Watching;

/// <summary>Takes a line.</summary>
/// <param name="line">The line without its end; valid during the call.</param>
/// <param name="end">Position behind its end.</param>
public delegate void LineTaker(ReadOnlySpan<byte> line, long end);

/// <summary>What came of a look at a growing file.</summary>
public enum TailResult
{
    /// <summary>Nothing new.</summary>
    Nothing,

    /// <summary>All there is was read.</summary>
    Read,

    /// <summary>A part was read; there is more.</summary>
    More,

    /// <summary>What was read before is no longer in the file: it begins anew.</summary>
    Changed,
}

/// <summary>
/// The whole lines that a file gets, read from where it was read last. A torn last line waits for its rest. A file that was cut, or put in the place of
/// another (a run that is resumed makes its files anew), is waited for until it is as long as before, and goes on when what was read is still in it.
/// </summary>
/// <param name="path">The file; it need not exist.</param>
/// <param name="position">Where to begin: 0, or behind the end of a line.</param>
/// <param name="patience">After how many looks in a row at a file that is too short it counts as another one.</param>
public sealed class LineTail(string path, long position, int patience = LineTail.Patience)
{
    /// <summary>Bytes that are read at a time.</summary>
    public const int Block = 64 * 1024;

    /// <summary>Looks for which a file may be too short, unless somebody says otherwise.</summary>
    public const int Patience = 40;

    /// <summary>
    /// The longest line that is taken, bytes, its end included. The longest a run writes, a status of many positions or bars of all symbols of one time, have
    /// some tens of thousands; whoever looks at a run for days must not hold what a damaged file has.
    /// </summary>
    public const int LongestLine = 1 << 20;

    private const int Remembered = 64;

    // The most of one that is passed over at a time.
    private const int MostPassed = 16 << 20;

    private byte[] _before = [];
    private int _short;

    // Bytes of a line that is too long, so far.
    private long _passed;

    /// <summary>Path of the file.</summary>
    public string Path { get; } = path;

    /// <summary>Position behind the last line that was taken.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Told of a line longer than <see cref="LongestLine"/> when it is passed over: its length in bytes. It is not held, and not taken.</summary>
    public Action<long>? PassedOver { get; init; }

    /// <summary>Takes what is new, at most about <see cref="Block"/> bytes of it.</summary>
    /// <exception cref="IOException">It cannot be read now.</exception>
    public TailResult Read(LineTaker take)
    {
        ArgumentNullException.ThrowIfNull(take);
        var file = new FileInfo(Path);
        var length = file.Exists ? file.Length : 0;
        if (length < Position) return ++_short >= patience ? TailResult.Changed : TailResult.Nothing;
        _short = 0;
        if (length == Position) return TailResult.Nothing;
        using var stream = RegularFile.Open(Path);
        var handle = stream.SafeFileHandle;
        return Follows(handle) ? Take(handle, length, take) : TailResult.Changed;
    }

    private TailResult Take(SafeFileHandle handle, long length, LineTaker take)
    {
        if (_passed > 0 && length >= Position + _passed) return PassOver(handle, length);
        _passed = 0;
        for (var size = Block; ; size *= 2)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(size);
            try
            {
                var got = Fill(handle, buffer.AsSpan(0, (int)Math.Min(size, length - Position)), Position);
                var whole = buffer.AsSpan(0, got).LastIndexOf((byte)'\n') + 1;
                if (whole > 0)
                {
                    Split(buffer.AsSpan(0, whole), take);
                    return length > Position + (got - whole) ? TailResult.More : TailResult.Read;
                }

                if (got < size) return TailResult.Nothing;
                if (size < LongestLine) continue;
                _passed = got;
                return PassOver(handle, length);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private TailResult PassOver(SafeFileHandle handle, long length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            for (var most = Math.Min(length, Position + _passed + MostPassed); Position + _passed < most;)
            {
                var got = Fill(handle, buffer.AsSpan(0, Block), Position + _passed);
                if (got == 0) return TailResult.Nothing;
                var end = buffer.AsSpan(0, got).IndexOf((byte)'\n');
                _passed += end < 0 ? got : end;
                if (end >= 0) return Passed(handle, length);
            }

            return length > Position + _passed ? TailResult.More : TailResult.Nothing;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TailResult Passed(SafeFileHandle handle, long length)
    {
        var line = _passed;
        Position += line + 1;
        _passed = 0;
        _before = new byte[Remembered];
        Fill(handle, _before, Position - Remembered);
        PassedOver?.Invoke(line);
        return length > Position ? TailResult.More : TailResult.Read;
    }

    private void Split(ReadOnlySpan<byte> lines, LineTaker take)
    {
        var last = lines[Math.Max(0, lines.Length - Remembered)..].ToArray();
        for (int end; (end = lines.IndexOf((byte)'\n')) >= 0; lines = lines[(end + 1)..])
        {
            Position += end + 1;
            take(lines[..end].TrimEnd((byte)'\r'), Position);
        }

        _before = last;
    }

    // Whoever begins in the middle knows only that a line ended there.
    private bool Follows(SafeFileHandle handle)
    {
        if (Position == 0) return true;
        ReadOnlySpan<byte> expected = _before.Length > 0 ? _before : "\n"u8;
        Span<byte> found = stackalloc byte[expected.Length];
        return Fill(handle, found, Position - expected.Length) == expected.Length && found.SequenceEqual(expected);
    }

    private static int Fill(SafeFileHandle handle, Span<byte> buffer, long at)
    {
        var got = 0;
        for (int read; got < buffer.Length && (read = RandomAccess.Read(handle, buffer[got..], at + got)) > 0;) got += read;
        return got;
    }
}
