using System.Globalization;
using System.Net.WebSockets;
using System.Reflection;
using System.Text;

namespace Axfl.Providers.Common.Links;

/// <summary>Messages over a WebSocket.</summary>
internal sealed class WebSocketLink : IFeedLink
{
    // .NET 9 and later wait for the pong. On .NET 8 (PowerShell 7.4) the frames are sent all the same, and a dead line is found by its silence.
    private static readonly PropertyInfo? KeepAliveTimeout = typeof(ClientWebSocketOptions).GetProperty("KeepAliveTimeout");

    private readonly ClientWebSocket _socket;
    private readonly KeyRedactor _redactor;
    private readonly int _maxBytes;
    private byte[] _buffer = new byte[16 * 1024];

    private WebSocketLink(ClientWebSocket socket, KeyRedactor redactor, int maxBytes)
    {
        _socket = socket;
        _redactor = redactor;
        _maxBytes = maxBytes;
    }

    /// <summary>Dials. A redirect is not followed: providers answer a bad key with one.</summary>
    /// <exception cref="FeedException">Refused; classed by the HTTP status.</exception>
    public static async Task<WebSocketLink> Dial(
        Uri address, IReadOnlyDictionary<string, string> headers, KeyRedactor redactor, FeedOptions options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var trust = new ServerTrust();
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.KeepAliveInterval = options.PingEvery;
        KeepAliveTimeout?.SetValue(socket.Options, options.PongWithin);
        foreach (var (name, value) in headers) socket.Options.SetRequestHeader(name, value);
        try
        {
            using var invoker = new HttpMessageInvoker(trust.NewHandler());
            await socket.ConnectAsync(address, invoker, cancellationToken);
            return new WebSocketLink(socket, redactor, options.MaxFrameBytes);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException)
        {
            using (socket) throw socket.HttpStatusCode == 0 ? trust.Failure(address.Host, e, redactor) : Refusal(socket, address, time.GetUtcNow());
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> Receive(CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            while (true)
            {
                if (length == _buffer.Length) Grow();
                var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close) return null;
                length += part.Count;
                if (part.EndOfMessage) return _buffer.AsMemory(0, length);
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new FeedException("FeedConnectionLost", FeedErrorClass.Transient, "The connection broke: " + Why(e));
        }
    }

    public async ValueTask Send(string text, CancellationToken cancellationToken)
    {
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or IOException or InvalidOperationException)
        {
            throw new FeedException("FeedConnectionLost", FeedErrorClass.Transient, "Sending failed: " + _redactor.Redact(e.Message));
        }
    }

    /// <summary>Why the other side closed, for a person.</summary>
    public string CloseReason =>
        _socket.CloseStatus is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"close code {(int)status} {_redactor.Redact(_socket.CloseStatusDescription)}").TrimEnd()
            : "no close code";

    /// <summary>Whether the other side closed asking to come back: 1012, service restart, or 1013, try again later.</summary>
    public bool AsksToComeBack => _socket.CloseStatus is { } status && (int)status is 1012 or 1013;

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    // .NET has no words of its own for a frame that breaks the protocol, and for a pong that is missing only those of its settings.
    private string Why(Exception e) => e.GetBaseException() switch
    {
        WebSocketException { WebSocketErrorCode: WebSocketError.Faulted } when e is not OperationCanceledException =>
            "the server sent a frame that no WebSocket has (its length, mask or kind is wrong, or its text is not UTF-8).",
        WebSocketException fault when fault.Message.Contains("Pong", StringComparison.OrdinalIgnoreCase) => "no pong came in time for a ping: the line is dead.",
        var fault => _redactor.Redact(fault.Message),
    };

    private void Grow()
    {
        if (_buffer.Length >= _maxBytes)
            throw new FeedException("FeedMessageTooLong", FeedErrorClass.BadResponse,
                string.Create(CultureInfo.InvariantCulture, $"A message is longer than {_maxBytes} bytes."));
        Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, _maxBytes));
    }

    private static FeedException Refusal(ClientWebSocket socket, Uri address, DateTimeOffset now)
    {
        IEnumerable<string>? values = null;
        socket.HttpResponseHeaders?.TryGetValue("Retry-After", out values);
        return HttpRefusal.Of((int)socket.HttpStatusCode, address.Host, "", values?.FirstOrDefault(), now);
    }
}
