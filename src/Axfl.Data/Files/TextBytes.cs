using System.Globalization;
using System.Text;

namespace Axfl.Data.Files;

/// <summary>
/// Any text file as UTF-8 lines that end with LF or CRLF: UTF-16 (with a byte-order mark, or plain from its pattern of zeros) is converted, a UTF-8 mark is
/// taken away, line ends of CR alone become LF. A line longer than any line of bars ends the reading.
/// </summary>
internal sealed class TextBytes : ReadOnlyStream
{
    /// <summary>Longest line, bytes.</summary>
    public const int LongestLine = 1 << 16;

    private const int Look = 1 << 12;
    private readonly Stream _stream;
    private readonly bool _onlyReturns;
    private byte[] _head;
    private int _start, _end;
    private long _run, _count;

    private TextBytes(Stream stream, byte[] head, int start, int end)
    {
        (_stream, _head, _start, _end) = (stream, head, start, end);
        var seen = head.AsSpan(start, end - start);
        _onlyReturns = seen.Contains((byte)'\r') && !seen.Contains((byte)'\n');
    }

    /// <summary>Opens text.</summary>
    /// <param name="stream">Its bytes; owned.</param>
    /// <exception cref="InvalidDataException">They are no text in a supported encoding.</exception>
    public static TextBytes Open(Stream stream)
    {
        try
        {
            var (head, length) = Begin(stream);
            var seen = head.AsSpan(0, length);
            if (seen.StartsWith(Encoding.UTF32.GetPreamble()) || seen.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
                throw new InvalidDataException("It is UTF-32: save it as UTF-8");
            if (seen.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Converted(stream, head, length, 2, Encoding.Unicode);
            if (seen.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Converted(stream, head, length, 2, Encoding.BigEndianUnicode);
            if (IsWide(seen, 1)) return Converted(stream, head, length, 0, Encoding.Unicode);
            if (IsWide(seen, 0)) return Converted(stream, head, length, 0, Encoding.BigEndianUnicode);
            if (seen.Count((byte)0) > seen.Length / 10) throw new InvalidDataException("It is not text: it has NUL bytes" + Archive(seen));
            if (Archive(seen) is { Length: > 0 } archive) throw new InvalidDataException("It is not text" + archive);
            return new TextBytes(stream, head, seen.StartsWith(Encoding.UTF8.GetPreamble()) ? 3 : 0, length);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read;
        if (_start < _end)
        {
            read = Math.Min(buffer.Length, _end - _start);
            _head.AsSpan(_start, read).CopyTo(buffer);
            _start += read;
            if (_start == _end) _head = [];
        }
        else read = _stream.Read(buffer);

        var bytes = buffer[..read];
        if (_onlyReturns) bytes.Replace((byte)'\r', (byte)'\n');
        Watch(bytes);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _stream.Dispose();
        base.Dispose(disposing);
    }

    // Looks at the line that goes from one block into the next; a longer one within a block is bounded by the block.
    private void Watch(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf((byte)'\n');
        _run += end < 0 ? bytes.Length : bytes.IndexOf((byte)'\n');
        if (_run > LongestLine) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The line that begins at byte {Math.Max(0, _count + bytes.Length - _run)} is longer than {LongestLine} bytes: this is not a file of bars"));
        _count += bytes.Length;
        if (end >= 0) _run = bytes.Length - end - 1;
    }

    private static (byte[] Head, int Length) Begin(Stream stream)
    {
        var head = new byte[Look];
        return (head, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }

    private static TextBytes Converted(Stream stream, byte[] head, int length, int mark, Encoding encoding)
    {
        var bytes = new Joined(head.AsMemory(mark, length - mark), stream);
        var text = Encoding.CreateTranscodingStream(bytes, encoding, new UTF8Encoding(false));
        var (start, count) = Begin(text);
        return new TextBytes(text, start, 0, count);
    }

    // Text of ASCII letters in two bytes each: every other byte is zero.
    private static bool IsWide(ReadOnlySpan<byte> bytes, int zero)
    {
        var pairs = Math.Min(bytes.Length / 2, 64);
        for (var i = 0; i < pairs; i++)
            if (bytes[2 * i + zero] != 0 || bytes[2 * i + 1 - zero] == 0) return false;
        return pairs > 1;
    }

    private static string Archive(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1f, 0x8b, ..] => ". It is gzip data: give it a name that ends in .gz",
        [(byte)'P', (byte)'K', 3, 4, ..] => ". It is a zip archive (Excel's .xlsx is one too): give it a name that ends in .zip, or export it as CSV",
        _ => "",
    };

    // The bytes that were looked at, then the rest.
    private sealed class Joined(ReadOnlyMemory<byte> head, Stream rest) : ReadOnlyStream
    {
        private ReadOnlyMemory<byte> _head = head;

        public override int Read(Span<byte> buffer)
        {
            if (_head.IsEmpty) return rest.Read(buffer);
            var count = Math.Min(buffer.Length, _head.Length);
            _head.Span[..count].CopyTo(buffer);
            _head = _head[count..];
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
