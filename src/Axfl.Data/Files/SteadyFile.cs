using System.Globalization;
using Axfl.Data.Disk;

namespace Axfl.Data.Files;

/// <summary>
/// A file that must stay what it was when it was first looked at. Cut short, written over or appended to while it is read, it ends the reading: half of one
/// file and half of another are nobody's bars, and the end of a file that was cut looks like any other end.
/// </summary>
internal sealed class SteadyFile : ReadOnlyStream
{
    private readonly FileStream _file;

    private SteadyFile(FileStream file, FileState? expected)
    {
        _file = file;
        Expected = expected ?? Now;
    }

    /// <summary>What it was when it was first looked at.</summary>
    public FileState Expected { get; }

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override long Length => _file.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    private FileState Now => new(RandomAccess.GetLength(_file.SafeFileHandle), File.GetLastWriteTimeUtc(_file.SafeFileHandle).Ticks);

    /// <summary>Opens a file.</summary>
    /// <param name="path">Path.</param>
    /// <param name="expected">What it was when it was first opened; null: this is the first time.</param>
    /// <exception cref="IOException">It is a pipe, cannot be opened, or is no longer what is expected.</exception>
    public static SteadyFile Open(string path, FileState? expected)
    {
        RegularFile.Require(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        try
        {
            if (!file.CanSeek) throw new IOException("It is a pipe, which can be read only once: save it as a file");
            var steady = new SteadyFile(file, expected);
            steady.RequireSteady();
            return steady;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">It has changed since it was first looked at.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _file.Read(buffer);
        RequireSteady();
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }

    // After the bytes have been read: what is given stood in the file that is expected.
    private void RequireSteady()
    {
        var now = Now;
        if (now != Expected) throw new IOException($"It changed while it was read: it had {Expected}, and has {now}");
    }
}

/// <summary>What tells that a file was written.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Written">Time of the last writing, UTC, in ticks.</param>
internal readonly record struct FileState(long Length, long Written)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Length} bytes of {new DateTime(Written):yyyy-MM-ddTHH:mm:ss.fff}Z");
}
