namespace Axfl.Dashboard.Http;

/// <summary>Takes the heads of requests from a connection, one after the other; a client may send the next before the last is answered.</summary>
/// <param name="stream">The connection.</param>
internal sealed class HeadReader(Stream stream)
{
    /// <summary>The most bytes of a head.</summary>
    public const int MostBytes = 8 * 1024;

    private readonly byte[] _buffer = new byte[MostBytes];
    private int _end;

    /// <summary>Whether a part of a head is there.</summary>
    public bool HasBegun => _end > 0;

    /// <summary>The next request.</summary>
    /// <returns>The request, or the status by which it is refused; neither: the client has left.</returns>
    public async Task<(Request? Request, int Refusal)> Read(CancellationToken cancellation)
    {
        while (true)
        {
            var length = _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8);
            if (length >= 0) return Take(length);
            if (_end == _buffer.Length) return (null, 431);
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
            if (read == 0) return (null, 0);
            _end += read;
        }
    }

    private (Request?, int) Take(int length)
    {
        var taken = RequestParser.Parse(_buffer.AsSpan(0, length));
        var rest = length + 4;
        _buffer.AsSpan(rest, _end - rest).CopyTo(_buffer);
        _end -= rest;
        return taken;
    }
}
