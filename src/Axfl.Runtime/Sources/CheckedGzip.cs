using System.Buffers.Binary;
using System.IO.Compression;

namespace Axfl.Runtime;

/// <summary>A .gz file that says so when it ends early: the platform's stream takes a cut or damaged file for a short one.</summary>
/// <param name="file">File; owned.</param>
internal sealed class CheckedGzip(FileStream file) : Stream
{
    private readonly GZipStream _stream = new(file, CompressionMode.Decompress);
    private readonly uint _length = LengthOf(file);
    private long _count;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = _stream.Read(buffer);
        _count += read;
        if (read == 0 && !buffer.IsEmpty && _count < _length) throw new InvalidDataException("The compressed data end early or are damaged.");
        return read;
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _stream.Dispose();
        base.Dispose(disposing);
    }

    // RFC 1952: the last four bytes are the length of the last member, so that a whole file never gives less.
    private static uint LengthOf(FileStream file)
    {
        if (file.Length < 18) return 0;
        Span<byte> end = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(end);
        file.Seek(0, SeekOrigin.Begin);
        return BinaryPrimitives.ReadUInt32LittleEndian(end);
    }
}
