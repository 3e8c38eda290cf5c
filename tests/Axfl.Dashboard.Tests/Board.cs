using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Dashboard.Tests;

/// <summary>A dashboard over the runs of a folder, on a clock that stands until the test moves it.</summary>
internal sealed class Board : IAsyncDisposable
{
    public const string Report = "<!doctype html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-abc='\"></head><body>report</body></html>";

    // Nothing is timed by it: it ends a test whose event never comes.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public Board(string? pinned = null, TimeProvider? time = null, int port = 0)
    {
        Server = DashboardServer.Start(
            new DashboardRequest(_folder.Path) { Port = port, RunDirectory = pinned }, [], (directory, _) => System.Text.Encoding.UTF8.GetBytes(Report), time ?? Clock);
    }

    public SteppedClock Clock { get; } = new(new DateTimeOffset(2026, 1, 13, 7, 30, 0, TimeSpan.Zero));

    public DashboardServer Server { get; }

    public int Port => Server.Address.Port;

    public string Key => Server.Address.Query["?key=".Length..];

    public string Output => _folder.Path;

    /// <summary>A directory of a run, made when it is not there.</summary>
    public RunFolder Run(string id = "first") => new(Directory.CreateDirectory(Path.Combine(_folder.Path, "runs", id)).FullName);

    public Task<RawClient> Connect() => RawClient.Connect(Port);

    /// <summary>The cookie that a browser is given.</summary>
    public async Task<string> Cookie()
    {
        using var client = await Connect();
        await client.Send($"GET /?key={Key} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\n\r\n");
        return (await client.Read()).Field("Set-Cookie")!.Split(';')[0];
    }

    /// <summary>Asks as the page does.</summary>
    public async Task<RawAnswer> Get(string target, string method = "GET", string fields = "")
    {
        var cookie = await Cookie();
        using var client = await Connect();
        await client.Send($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nCookie: {cookie}\r\n{fields}\r\n");
        return await client.Read(hasBody: method != "HEAD");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
