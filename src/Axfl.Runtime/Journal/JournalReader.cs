using System.Globalization;
using System.Text;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Reads a journal line by line and holds each against the chain. A torn last line is left out; a broken one is an error.</summary>
/// <param name="path">The file; it may be growing.</param>
internal sealed class JournalReader(string path) : IDisposable
{
    private readonly FileStream _stream = Open(path);
    private byte[] _buffer = new byte[256 * 1024];
    private int _start, _end;

    /// <summary>Chain up to the present line.</summary>
    public JournalChain Chain { get; } = new();

    /// <summary>Bytes of the whole lines so far.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes after the last whole line; known at the end.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Bytes of the file now.</summary>
    public long FileLength => _stream.Length;

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
            CheckTorn(_buffer.AsSpan(_start, _end - _start));
            TornBytes = _end - _start;
            return false;
        }

        line = _buffer.AsSpan(_start, length);
        if (!Chain.Accept(line)) throw Broken(line);
        _start += length + 1;
        Length += length + 1;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new AxflException("JournalNotFound", ErrorKind.Data, $"{path} does not exist: only live runs (-Mode Ws, --mode ws) have a journal.")
            {
                Target = path,
            };
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

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
            $"{path}({number}): this line is not what was written after line {number - 1}: {shown}. The journal was changed or damaged; restore it from a copy. Nothing after line {number - 1} can be trusted."))
        {
            Target = path,
            Line = number,
        };
    }
}
