using System.Buffers.Binary;
using System.IO.Compression;

namespace Axfl.Data.Files;

/// <summary>A .gz file that says so when it ends early or is damaged: the platform's stream takes a cut file for a short one.</summary>
/// <param name="file">File; owned.</param>
internal sealed class CheckedGzip(SteadyFile file) : ReadOnlyStream
{
    private const string Damaged = "The gzip data are damaged or end early";
    private readonly GZipStream _stream = new(new Parts(Opened(file)), CompressionMode.Decompress);
    private readonly uint _length = LengthOf(file);
    private long _count;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = _stream.Read(buffer);
            _count += read;
            return read == 0 && !buffer.IsEmpty && (_count < _length || !IsPadding()) ? throw new InvalidDataException(Damaged) : read;
        }
        catch (InvalidDataException e) when (e.Message != Damaged)
        {
            // The platform's own words speak of an unsupported compression method.
            throw new InvalidDataException(Damaged, e);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _stream.Dispose();
        base.Dispose(disposing);
    }

    // The platform's stream ends at whatever is no further member. Zeros behind the last one are padding; anything else is a part of the file that it passed over.
    private bool IsPadding()
    {
        Span<byte> rest = stackalloc byte[4096];
        for (int read; (read = file.Read(rest)) > 0;)
            if (rest[..read].ContainsAnyExcept((byte)0)) return false;
        return true;
    }

    // RFC 1952: a file begins with 1f 8b.
    private static SteadyFile Opened(SteadyFile file)
    {
        Span<byte> begin = stackalloc byte[2];
        var read = file.ReadAtLeast(begin, 2, throwOnEndOfStream: false);
        file.Seek(0, SeekOrigin.Begin);
        if (read == 2 && begin is [0x1f, 0x8b]) return file;
        file.Dispose();
        throw new InvalidDataException(read == 0 ? "It is empty" : "It does not begin as gzip data do: it is damaged, or not compressed at all (then take .gz off its name)");
    }

    // RFC 1952: the last four bytes are the length of the last member, so that a whole file never gives less.
    private static uint LengthOf(SteadyFile file)
    {
        if (file.Length < 18) return 1;
        Span<byte> end = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(end);
        file.Seek(0, SeekOrigin.Begin);
        return BinaryPrimitives.ReadUInt32LittleEndian(end);
    }

    // The end of the file in small parts: the stream that unpacks them would not say how much of a larger one it left.
    private sealed class Parts(SteadyFile file) : ReadOnlyStream
    {
        private const int End = 1 << 14, Part = 16;

        public override int Read(Span<byte> buffer) => file.Read(file.Position + End < file.Expected.Length ? buffer : buffer[..Math.Min(Part, buffer.Length)]);

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }
    }
}
