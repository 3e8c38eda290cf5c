using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Axfl.FakeHost;

/// <summary>An accepted connection: the test says what the server sends and how it misbehaves. To go silent, send nothing.</summary>
public sealed class FakeConnection
{
    private readonly HttpContext _context;
    private readonly WebSocket? _socket;
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();

    internal FakeConnection(HttpContext context, string key, WebSocket? socket)
    {
        _context = context;
        _socket = socket;
        Key = key;
        Path = context.Request.Path + context.Request.QueryString.Value;
        context.RequestAborted.Register(() => _over.TrySetResult());
    }

    /// <summary>Key the client came with.</summary>
    public string Key { get; }

    /// <summary>Path and query of the request.</summary>
    public string Path { get; }

    /// <summary>Completes when the connection is over, whoever ended it, and is no longer counted as open.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Completes when one side has ended it: the server then lets go of it.</summary>
    internal Task Over => _over.Task;

    /// <summary>Sends one message: a text frame, or a line.</summary>
    public Task Send(string message) =>
        _socket is null ? SendRaw(message + "\n") : _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);

    /// <summary>Sends one message in so many pieces: continuation frames, or chunks that end anywhere.</summary>
    public async Task SendSplit(string message, int pieces)
    {
        var bytes = Encoding.UTF8.GetBytes(_socket is null ? message + "\n" : message);
        for (var i = 0; i < pieces; i++)
        {
            var part = bytes.AsMemory((bytes.Length * i / pieces)..(bytes.Length * (i + 1) / pieces));
            if (_socket is null) await Write(part);
            else await _socket.SendAsync(part, WebSocketMessageType.Text, i == pieces - 1, default);
        }
    }

    /// <summary>Stream only: sends bytes as they are, several lines or a part of one.</summary>
    public Task SendRaw(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a binary frame, or the bytes on a stream.</summary>
    public async Task SendBytes(ReadOnlyMemory<byte> bytes)
    {
        if (_socket is null) await Write(bytes);
        else await _socket.SendAsync(bytes, WebSocketMessageType.Binary, true, default);
    }

    /// <summary>The next text of the client.</summary>
    public ValueTask<string> Receive(CancellationToken cancellationToken = default) => _received.Reader.ReadAsync(cancellationToken);

    /// <summary>The client's texts not yet read.</summary>
    public IReadOnlyList<string> Unread()
    {
        var texts = new List<string>();
        while (_received.Reader.TryRead(out var text)) texts.Add(text);
        return texts;
    }

    /// <summary>Drops the TCP connection without a word.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            if (_ended.Task.IsCompleted) return;
            _context.Abort();
            _over.TrySetResult();
        }
    }

    /// <summary>Ends in order: a close frame, or the end of the response. Nothing happens when the other side has gone.</summary>
    public async Task Close(WebSocketCloseStatus status = WebSocketCloseStatus.EndpointUnavailable, string reason = "")
    {
        if (_socket is null)
        {
            _over.TrySetResult();
            return;
        }

        try
        {
            await _socket.CloseOutputAsync(status, reason, default);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side has gone: there is nobody to say it to.
        }
    }

    internal void End()
    {
        lock (_gate)
        {
            _received.Writer.TryComplete();
            _over.TrySetResult();
            _ended.TrySetResult();
        }
    }

    internal async Task ReadClient(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket!.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close) return;
                length += part.Count;
            }
            while (!part.EndOfMessage);
            _received.Writer.TryWrite(Encoding.UTF8.GetString(buffer, 0, length));
        }
    }

    private async Task Write(ReadOnlyMemory<byte> bytes)
    {
        await _context.Response.Body.WriteAsync(bytes);
        await _context.Response.Body.FlushAsync();
    }
}
