using Axfl.FakeHost;

namespace Axfl.Runs.Tests.Live;

/// <summary>A webhook that takes everything and counts it by run and process: each has an address of its own.</summary>
internal sealed class CountingHook : IAsyncDisposable
{
    // An answer takes as long as one from far away: so that kills meet messages in flight.
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(60);

    private readonly FakeRest _server;

    private CountingHook(FakeRest server) => _server = server;

    public static async Task<CountingHook> Start() => new(await FakeRest.Start(static _ =>
    {
        Thread.Sleep(Way);
        return new RestReply(200, "ok");
    }));

    /// <summary>The address for one process of a run.</summary>
    public string AddressFor(string run, int process) => new Uri(_server.Address, PathOf(run, process)).AbsoluteUri;

    /// <summary>Ids of the events that came from a process, in order.</summary>
    public IReadOnlyList<string> From(string run, int process) =>
        [.. _server.Calls.Where(c => c.Path == PathOf(run, process)).Select(static c => c.Headers["X-Axfl-Event"])];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string PathOf(string run, int process) => $"/{run}/{process}";
}
