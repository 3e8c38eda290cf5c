using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Runs.Journal;

/// <summary>Reads a journal line by line over its segments and holds each against the chain. A torn last line is left out; a broken one is an error.</summary>
internal sealed class JournalReader : IDisposable
{
    /// <summary>The longest line that is read, bytes.</summary>
    private const int LongestLine = 1 << 24;

    private readonly IReadOnlyList<(int Number, string Path)> _segments;
    private FileStream _stream;
    private byte[] _buffer = new byte[256 * 1024];
    private int _start, _end, _segment;
    private long _before;

    /// <summary>Reads from the first line.</summary>
    /// <param name="path">A run directory, or one file of lines; it may be growing.</param>
    /// <exception cref="AxflException">There is no journal (<c>JournalNotFound</c>), or a segment is missing (<c>JournalSegmentMissing</c>).</exception>
    public JournalReader(string path)
        : this(Parts(path), new JournalChain())
    {
    }

    /// <summary>Reads from the beginning of a segment.</summary>
    /// <param name="segments">Segments.</param>
    /// <param name="chain">Chain up to their first line; it goes on.</param>
    public JournalReader(IReadOnlyList<(int Number, string Path)> segments, JournalChain chain)
    {
        _segments = segments;
        Chain = chain;
        _stream = Open(segments[0].Path);
    }

    /// <summary>Chain up to the present line.</summary>
    public JournalChain Chain { get; }

    /// <summary>Called with the number of a segment before its first line is read; not for the first one.</summary>
    public Action<int>? SegmentBegins { get; set; }

    /// <summary>Number of the segment at hand.</summary>
    public int Segment => _segments[_segment].Number;

    /// <summary>Path of the segment at hand.</summary>
    public string Path => _segments[_segment].Path;

    /// <summary>Bytes of the whole lines so far in the segment at hand.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes of all whole lines read so far.</summary>
    public long TotalLength => _before + Length;

    /// <summary>Bytes after the last whole line; known at the end.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Bytes of all segments now.</summary>
    public long FileLength => _segments.Sum(s => new FileInfo(s.Path).Length);

    /// <summary>Segments of a run directory, or a file by itself.</summary>
    public static IReadOnlyList<(int Number, string Path)> Parts(string path)
    {
        if (File.Exists(path)) return [(1, path)];
        var files = new JournalFiles(path);
        return [.. files.Segments().Select(n => (n, files.Segment(n)))];
    }

    /// <summary>The next whole line that holds.</summary>
    /// <param name="line">The line without its end; valid until the next call.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="AxflException">A line does not follow from the one before (<c>JournalBroken</c>).</exception>
    public bool Read(out ReadOnlySpan<byte> line)
    {
        line = default;
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0)
        {
            if (Fill()) continue;
            var rest = _buffer.AsSpan(_start, _end - _start);
            if (_segment == _segments.Count - 1)
            {
                CheckTorn(rest);
                TornBytes = rest.Length;
                return false;
            }

            // Only the last line of the last segment can be torn.
            if (rest.Length > 0) throw Broken(rest);
            Advance();
        }

        line = _buffer.AsSpan(_start, length);
        if (!Chain.Accept(line)) throw Broken(line);
        _start += length + 1;
        Length += length + 1;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Advance()
    {
        _stream.Dispose();
        _stream = Open(_segments[_segment + 1].Path);
        _before += Length;
        Length = 0;
        _segment++;
        SegmentBegins?.Invoke(Segment);
    }

    private static FileStream Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new AxflException("JournalNotFound", ErrorKind.Data, $"{path} does not exist: only live runs ({Spelling.Of("Mode", "ws")}) have a journal.")
            {
                Target = path,
            };
        }

        return InputErrors.Guard(path, () =>
        {
            RegularFile.Require(path);
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        });
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end >= LongestLine) throw Broken(_buffer.AsSpan(0, _end));
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    // A torn line was never ended: what follows a whole one without a line end, or is no beginning of a line, was changed afterwards.
    private void CheckTorn(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty) return;
        var begin = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{Chain.Lines + 1},\"k\":\""));
        var zeros = rest.IndexOfAnyExcept((byte)0) < 0;
        var begins = rest.Length <= begin.Length ? begin.AsSpan().StartsWith(rest) : rest.StartsWith(begin);
        var tail = rest.IndexOf(",\"h\":\""u8);
        if (!zeros && (!begins || (tail >= 0 && rest.Length - tail > JournalChain.TailLength))) throw Broken(rest);
    }

    private AxflException Broken(ReadOnlySpan<byte> line)
    {
        var number = Chain.Lines + 1;
        var shown = Encoding.UTF8.GetString(line[..Math.Min(80, line.Length)]);
        return new AxflException("JournalBroken", ErrorKind.Data, string.Create(CultureInfo.InvariantCulture,
            $"{Path}: line {number} of the journal is not what was written after line {number - 1}: {shown}. The journal was changed or damaged; restore it from a copy. Nothing after line {number - 1} can be trusted."))
        {
            Target = Path,
            Line = number,
        };
    }
}
