using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Axfl.FakeHost;

/// <summary>
/// A provider's server on a free port of the loopback address, driven by the test: WebSockets at any path, and OANDA's pricing stream at
/// <c>/v3/accounts/{id}/pricing/stream</c>. It does nothing by itself.
/// </summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Handshake> _script = new();
    private readonly Channel<FakeConnection> _connections = Channel.CreateUnbounded<FakeConnection>();
    private readonly ConcurrentQueue<string> _keys = new();
    private readonly Channel<string> _dialled = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;
    private int _dials, _open, _mostOpen;

    private FakeServer(WebApplication app) => _app = app;

    /// <summary>Address with scheme http; the feeds turn it into ws where they need to.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Dials so far, refused ones included.</summary>
    public int Dials => Volatile.Read(ref _dials);

    /// <summary>Most connections that were open at once.</summary>
    public int MostOpen => Volatile.Read(ref _mostOpen);

    /// <summary>Keys of the dials, in order.</summary>
    public IReadOnlyList<string> Keys => [.. _keys];

    /// <summary>Starts a server.</summary>
    public static async Task<FakeServer> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new FakeServer(app);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(server.Answer);
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <summary>What to do with the next dials, one each; after them all are accepted.</summary>
    public void Script(params Handshake[] answers)
    {
        foreach (var answer in answers) _script.Enqueue(answer);
    }

    /// <summary>The next accepted connection.</summary>
    public ValueTask<FakeConnection> NextConnection(CancellationToken cancellationToken = default) => _connections.Reader.ReadAsync(cancellationToken);

    /// <summary>The path and query of the next dial, accepted or not.</summary>
    public ValueTask<string> NextDial(CancellationToken cancellationToken = default) => _dialled.Reader.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        while (_connections.Reader.TryRead(out var connection)) connection.Abort();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        Interlocked.Increment(ref _dials);
        var key = KeyOf(context.Request);
        _keys.Enqueue(key);
        _dialled.Writer.TryWrite(context.Request.Path + context.Request.QueryString.Value);
        var handshake = _script.TryDequeue(out var scripted) ? scripted : Handshake.Accept;
        if (handshake.Status == 0) await Forever(context);
        else if (handshake.Status != 101) await Refuse(context, handshake);
        else if (context.WebSockets.IsWebSocketRequest) await ServeSocket(context, key, handshake.IsDeaf);
        else await ServeStream(context, key);
    }

    private async Task Forever(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        var never = new TaskCompletionSource();
        await using (end.Token.Register(never.SetResult)) await never.Task;
        context.Abort();
    }

    private static async Task Refuse(HttpContext context, Handshake handshake)
    {
        context.Response.StatusCode = handshake.Status;
        foreach (var (name, value) in handshake.Headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(handshake.Body);
    }

    private async Task ServeSocket(HttpContext context, string key, bool isDeaf)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new FakeConnection(context, key, socket);
        Opened(connection);
        try
        {
            if (isDeaf) await connection.Over.WaitAsync(_stopping.Token);
            else await connection.ReadClient(_stopping.Token);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // The other side is gone, or this one aborted: what both are for.
        }
        finally
        {
            Closed(connection);
        }
    }

    private async Task ServeStream(HttpContext context, string key)
    {
        context.Response.ContentType = "application/octet-stream";
        await context.Response.StartAsync(_stopping.Token);

        // The head must go out by itself: a provider sends it at once, and the first price may come much later.
        await context.Response.Body.FlushAsync(_stopping.Token);
        var connection = new FakeConnection(context, key, null);
        Opened(connection);
        await connection.Over.WaitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Closed(connection);
    }

    private void Opened(FakeConnection connection)
    {
        var open = Interlocked.Increment(ref _open);
        int most;
        while (open > (most = Volatile.Read(ref _mostOpen)) && Interlocked.CompareExchange(ref _mostOpen, open, most) != most)
        {
            // Another connection was counted in between.
        }

        _connections.Writer.TryWrite(connection);
    }

    private void Closed(FakeConnection connection)
    {
        Interlocked.Decrement(ref _open);
        connection.End();
    }

    private static string KeyOf(HttpRequest request)
    {
        if (request.Query.TryGetValue("token", out var token)) return token.ToString();
        if (request.Query.TryGetValue("apikey", out var key)) return key.ToString();
        if (request.Headers.TryGetValue("X-TD-APIKEY", out var header)) return header.ToString();
        return request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
    }
}
