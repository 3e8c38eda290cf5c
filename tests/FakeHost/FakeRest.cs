using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Axfl.FakeHost;

/// <summary>A provider's HTTP server on a free port of the loopback address: a function of the test gives each answer.</summary>
public sealed class FakeRest : IAsyncDisposable
{
    private readonly ConcurrentQueue<RestCall> _calls = new();
    private readonly WebApplication _app;
    private readonly Func<RestCall, RestReply> _answer;

    private FakeRest(WebApplication app, Func<RestCall, RestReply> answer) => (_app, _answer) = (app, answer);

    /// <summary>Address with scheme http.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Requests so far, in order.</summary>
    public IReadOnlyList<RestCall> Calls => [.. _calls];

    /// <summary>Starts a server.</summary>
    public static async Task<FakeRest> Start(Func<RestCall, RestReply> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new FakeRest(app, answer);
        app.Run(server.Answer);
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <summary>A server that gives these answers one after the other, and the last of them from then on.</summary>
    public static Task<FakeRest> Start(params RestReply[] answers)
    {
        var next = 0;
        return Start(_ => answers[Math.Min(next++, answers.Length - 1)]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        var call = new RestCall(
            request.Path.Value!, request.QueryString.Value ?? "", request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()),
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _calls.Enqueue(call);
        var reply = _answer(call);
        if (reply.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        if (reply.Bytes is { } bytes) await context.Response.Body.WriteAsync(bytes);
        else await context.Response.WriteAsync(reply.Body);
    }
}

/// <summary>A request that came.</summary>
/// <param name="Path">Path.</param>
/// <param name="QueryText">Query as it was sent, with its question mark.</param>
/// <param name="Query">Query, decoded.</param>
/// <param name="Headers">Headers.</param>
public sealed record RestCall(string Path, string QueryText, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers);

/// <summary>An answer.</summary>
/// <param name="Status">HTTP status; 0: the connection is dropped.</param>
/// <param name="Body">Body.</param>
public sealed record RestReply(int Status, string Body)
{
    /// <summary>Headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body as bytes, instead of <see cref="Body"/>: what no text can be.</summary>
    public byte[]? Bytes { get; init; }
}
