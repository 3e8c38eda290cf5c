using System.IO.Compression;

namespace Axfl.Data.Files;

/// <summary>An entry of a zip archive that says so when its bytes are not those that were packed: the platform's stream checks neither sum nor length.</summary>
internal sealed class CheckedZipEntry : ReadOnlyStream
{
    private readonly ZipArchive _archive;
    private readonly Stream _stream;
    private readonly Crc32 _sum = new();
    private readonly uint _expectedSum;
    private readonly long _expectedLength;
    private long _count;

    /// <param name="file">The archive; owned.</param>
    /// <param name="index">Index of the entry.</param>
    public CheckedZipEntry(SteadyFile file, int index)
    {
        _archive = new ZipArchive(file);
        var entry = _archive.Entries[index];
        (_expectedSum, _expectedLength) = (entry.Crc32, entry.Length);
        _stream = entry.Open();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _stream.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("The zip data are damaged: " + e.Message, e);
        }

        _count += read;
        _sum.Add(buffer[..read]);
        if (_count > _expectedLength || (read == 0 && !buffer.IsEmpty && (_count != _expectedLength || _sum.Value != _expectedSum)))
            throw new InvalidDataException("The zip data are damaged: they are not what was packed (length or CRC-32 differ)");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
            _archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
