using System.Globalization;

namespace Axfl.Providers.Common.Links;

/// <summary>Messages as lines of a chunked HTTP response: a line is whole at its <c>\n</c> only, wherever the chunks end.</summary>
internal sealed class LineLink(HttpClient client, HttpResponseMessage response, Stream body, KeyRedactor redactor, int maxBytes) : IFeedLink
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    public async ValueTask<ReadOnlyMemory<byte>?> Receive(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + at);
                _start += searched + at + 1;
                return line;
            }

            searched = _end - _start;
            MakeRoom();
            var count = await ReadSome(cancellationToken);

            // What is left without an end is half a line: never a message.
            if (count == 0) return null;
            _end += count;
        }
    }

    public ValueTask Send(string text, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A response stream takes no messages.");

    public ValueTask DisposeAsync()
    {
        response.Dispose();
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<int> ReadSome(CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new FeedException("FeedConnectionLost", FeedErrorClass.Transient, "The stream broke: " + redactor.Redact(e.Message));
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length) return;
        if (_buffer.Length >= maxBytes)
            throw new FeedException("FeedMessageTooLong", FeedErrorClass.BadResponse,
                string.Create(CultureInfo.InvariantCulture, $"A line is longer than {maxBytes} bytes."));
        Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, maxBytes));
    }
}
