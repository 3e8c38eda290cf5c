using System.Globalization;
using Axfl.Contracts;
using Axfl.Dashboard.Api;
using Axfl.Dashboard.Follow;
using Axfl.Dashboard.Http;

namespace Axfl.Dashboard;

/// <summary>The dashboard's life: serves until it is disposed.</summary>
public sealed class DashboardServer : IDashboard
{
    private readonly Server _server;

    private DashboardServer(Server server) => _server = server;

    /// <inheritdoc/>
    public Uri Address => AddressWith(_server.Key.Text);

    /// <inheritdoc/>
    public Task Completion => _server.Completion;

    /// <summary>Starts one.</summary>
    /// <param name="request">What to show, and where.</param>
    /// <param name="strategies">Strategies at hand, for the plans of runs.</param>
    /// <param name="report">Makes the report of a run directory as one file of HTML.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="AxflException">The port is taken (<c>DashboardPortTaken</c>), or none (<c>DashboardPortInvalid</c>).</exception>
    public static DashboardServer Start(
        DashboardRequest request, IReadOnlyList<StrategyDefinition> strategies, Func<string, CancellationToken, byte[]> report, TimeProvider time)
    {
        var routes = new Routes(new RunCatalogue(request.OutputDirectory, request.RunDirectory), strategies, report, time);
        return new DashboardServer(Server.Start(request.Port, routes.Answer, time));
    }

    /// <inheritdoc/>
    public bool OpenBrowser() => Browser.TryOpen(AddressWith(_server.Key.NewTicket()).AbsoluteUri);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Uri AddressWith(string key) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}/?key={key}"));
}
