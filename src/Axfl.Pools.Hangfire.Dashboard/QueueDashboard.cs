using System.Globalization;
using System.Net;
using Axfl.Contracts;
using Axfl.Store.PostgreSql;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Axfl.Pools.Hangfire.Dashboard;

/// <summary>Hangfire's pages on the loopback address, for looking only.</summary>
internal sealed class QueueDashboard : IAsyncDisposable
{
    private readonly WebApplication _server;

    private QueueDashboard(WebApplication server) => _server = server;

    /// <summary>Where it answers: <c>http://127.0.0.1:PORT</c>.</summary>
    public string Address => _server.Urls.Single();

    /// <summary>Begins to answer, until it is disposed.</summary>
    /// <param name="store">The store with the queue.</param>
    /// <param name="port">Port, 0 to 65535; 0: any that is free.</param>
    /// <exception cref="AxflException">The port is taken, or may not be used by this user (<c>DashboardPortTaken</c>).</exception>
    public static async Task<QueueDashboard> StartAsync(PostgreSqlDialect store, int port)
    {
        HangfireSettings.UseChunkJob();
        var server = Server(store, port);
        try
        {
            await server.StartAsync();
            return new QueueDashboard(server);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw new AxflException(
                "DashboardPortTaken", ErrorKind.Configuration, string.Create(CultureInfo.InvariantCulture, $"Cannot listen on port {port} of 127.0.0.1: it is in use, or this user may not use it."), e)
            {
                Target = port.ToString(CultureInfo.InvariantCulture), RecommendedAction = "Give another --port, or 0 for any that is free.",
            };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static WebApplication Server(PostgreSqlDialect store, int port)
    {
        // Empty: no file and no variable of the environment can move it to another address or show more of an error.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        // What its dashboard asks for; AddHangfire would also set the log and the jobs of the whole process.
        builder.Services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration).AddSingleton(DashboardRoutes.Routes);
        // A page of another site whose name was made to mean this machine still sends that name.
        builder.Services.AddHostFiltering(static o => (o.AllowedHosts, o.AllowEmptyHosts) = (["127.0.0.1", "localhost"], false));
        var server = builder.Build();
        server.UseHostFiltering();
        server.Use((context, next) => Answer(store, context, next));
        server.UseHangfireDashboard("", Options, HangfireSettings.StorageToRead(store.AdapterConnection));
        return server;
    }

    private static DashboardOptions Options => new()
    {
        AppPath = null, DashboardTitle = "Axfl queue", IsReadOnlyFunc = static _ => true, IgnoreAntiforgeryToken = true, FaviconPath = null,
    };

    private static async Task Answer(PostgreSqlDialect store, HttpContext context, RequestDelegate next)
    {
        // The counts on the pages are asked for by POST, and nothing else is.
        if (!HttpMethods.IsGet(context.Request.Method) && !(HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/stats"))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Get;
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && store.Explain(e) is { } explained)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync(explained.Message);
        }
    }
}
