using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using Axfl.Contracts;

namespace Axfl.FakeFeed;

/// <summary>Answers requests: a socket of prices at any path; candles at <c>/forex/candle</c> and <c>/api/v1/forex/candle</c>. Keys are not looked at.</summary>
/// <param name="symbols">Symbols on offer.</param>
/// <param name="openSession">What a new client is sent.</param>
/// <param name="time">Clock.</param>
/// <param name="log">Where it says what happens.</param>
internal sealed class FakeFeedRoutes(FakeFeedSymbols symbols, Func<FakeFeedSession> openSession, TimeProvider time, FakeFeedLog log)
{
    private readonly FakeCandles _candles = new(symbols);
    private readonly ConcurrentDictionary<FakeFeedConnection, byte> _connections = new();

    /// <summary>Answers one request; ends with it, a socket's with the socket.</summary>
    public async Task Answer(HttpListenerContext context, CancellationToken stopping)
    {
        try
        {
            if (context.Request.IsWebSocketRequest) await Serve(context, stopping);
            else await AnswerHttp(context, stopping);
        }
        catch (Exception e) when (e is HttpListenerException or WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            log.Say("a client sent a bad request, or left before it was answered: " + e.Message);
        }
    }

    /// <summary>Breaks all connections, and says so first: what follows from it is said after it.</summary>
    public void DropAll()
    {
        var open = _connections.Keys;
        log.Say($"dropped {Counted.Of(open.Count, "connection")} on purpose");
        foreach (var connection in open) connection.Drop();
    }

    private async Task Serve(HttpListenerContext context, CancellationToken stopping)
    {
        var accepted = await context.AcceptWebSocketAsync(subProtocol: null, Timeout.InfiniteTimeSpan);
        var connection = new FakeFeedConnection(context, accepted.WebSocket, openSession(), time, log);
        _connections.TryAdd(connection, 0);
        log.Say($"connected, {_connections.Count} open");
        var why = await connection.Serve(stopping);
        _connections.TryRemove(connection, out _);
        log.Say($"{why}, {_connections.Count} open");
    }

    private async Task AnswerHttp(HttpListenerContext context, CancellationToken stopping)
    {
        var request = context.Request;
        var path = request.Url?.AbsolutePath ?? "";
        var answer = request.HttpMethod == "GET" && path is "/forex/candle" or "/api/v1/forex/candle"
            ? _candles.Answer(name => request.QueryString[name], time.GetUtcNow().ToUnixTimeMilliseconds())
            : new CandleAnswer(404, FakeRefusal.Bytes("This server has a WebSocket of prices and GET /forex/candle, nothing else."), $"{request.HttpMethod} {path}: not found");
        log.Say(answer.Note);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength64 = answer.Body.Length;
        await context.Response.OutputStream.WriteAsync(answer.Body, stopping);
        context.Response.Close();
    }
}
