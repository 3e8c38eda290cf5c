using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.FakeHost;
using Axfl.Providers;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Testing;

/// <summary>A provider's history against a fake server over real sockets, on a clock that jumps.</summary>
internal sealed class HistoryHarness : IAsyncDisposable
{
    public const long T0 = FeedHarness.T0;
    public static readonly Interval FiveMinutes = new(5);
    public static readonly Instrument UsdJpy = new("USDJPY", "USD", "JPY", 0.01, 3, 1);

    private HistoryHarness(FakeRest server, RestHistory history, JumpingTime time) => (Server, History, Time) = (server, history, time);

    public FakeRest Server { get; }

    public RestHistory History { get; }

    public JumpingTime Time { get; }

    /// <summary>Pages and waits, as they were told.</summary>
    public List<HistoryPage> Told { get; } = [];

    public IEnumerable<string> Waits => Told.Where(t => t.Waiting.Length > 0).Select(t => t.Waiting);

    public static Task<HistoryHarness> Start(string provider, params RestReply[] answers) => Start(provider, FakeRest.Start(answers));

    public static Task<HistoryHarness> Start(string provider, Func<RestCall, RestReply> answer, long now = T0) => Start(provider, FakeRest.Start(answer), now);

    public static IReadOnlyList<string> KeysOf(string provider) => provider == "dukascopy" ? [] : ["KEY-ONE", "KEY-TWO"];

    public Task<IReadOnlyList<StepBar>> Fetch(long from, long until, Interval? interval = null, Instrument? instrument = null, CancellationToken cancellationToken = default) =>
        History.Fetch(instrument ?? FeedHarness.EurUsd, interval ?? FiveMinutes, from, until, new Listener<HistoryPage>(Told.Add), cancellationToken);

    /// <summary>The hour before T0.</summary>
    public Task<IReadOnlyList<StepBar>> FetchHour(Instrument? instrument = null) => Fetch(T0 - 60 * EventTime.Minute, T0, null, instrument);

    public async ValueTask DisposeAsync()
    {
        History.Dispose();
        await Server.DisposeAsync();
    }

    private static async Task<HistoryHarness> Start(string provider, Task<FakeRest> starting, long now = T0)
    {
        var server = await starting;
        var time = new JumpingTime(DateTimeOffset.FromUnixTimeMilliseconds(now));
        var environment = (string name) => name is "TWELVEDATA_API_KEYS" or "OANDA_API_KEY" or "FINNHUB_API_KEYS" ? string.Join(',', KeysOf(provider)) : null;
        return new HistoryHarness(server, (RestHistory)HistorySources.Create(provider, server.Address.ToString(), environment, time, random: () => 0.5), time);
    }
}

/// <summary>Progress told on the thread that reports it, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class Listener<T>(Action<T> told) : IProgress<T>
{
    public void Report(T value) => told(value);
}
