using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>How statuses are written to standard output.</summary>
internal enum StatusFormat
{
    /// <summary>One line of JSON between marker lines.</summary>
    Block,

    /// <summary>One line of JSON.</summary>
    Json,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>Not at all: a picture of the run takes the terminal.</summary>
    Picture,
}

/// <summary>Writes statuses as bytes, which they already are: no text in between, one write for many statuses.</summary>
internal sealed class StatusStream(Stream to, StatusFormat format)
{
    private static readonly byte[] Begin = [.. System.Text.Encoding.ASCII.GetBytes(StatusBlock.Begin), (byte)'\n'];
    private static readonly byte[] End = [(byte)'\n', .. System.Text.Encoding.ASCII.GetBytes(StatusBlock.End), (byte)'\n'];
    private byte[] _buffer = new byte[1 << 16];
    private int _length;

    /// <summary>Whether statuses go to standard output at all.</summary>
    public bool IsWanted { get; } = format is StatusFormat.Block or StatusFormat.Json;

    /// <summary>Writes a status; it may wait in the buffer until <see cref="Flush"/>.</summary>
    public void Write(ReadOnlySpan<byte> json)
    {
        if (!IsWanted) return;
        if (format == StatusFormat.Block) Append(Begin);
        Append(json);
        Append(format == StatusFormat.Block ? End : "\n"u8);
    }

    /// <summary>Hands everything to the reader of standard output.</summary>
    public void Flush()
    {
        var length = _length;
        _length = 0;
        if (length > 0) to.Write(_buffer, 0, length);
        to.Flush();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _buffer.Length) Flush();
        if (bytes.Length > _buffer.Length) _buffer = new byte[bytes.Length * 2];
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }
}
