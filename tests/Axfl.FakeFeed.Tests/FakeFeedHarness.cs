using System.Threading.Channels;
using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Providers;
using Axfl.Providers.Common;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.FakeFeed.Tests;

/// <summary>The fake feed over real sockets with the product's own client, both on one clock that stands at Tuesday 2026-03-03 14:05:00 UTC until the test moves it.</summary>
internal sealed class FakeFeedHarness : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<FeedEvent> _events = Channel.CreateUnbounded<FeedEvent>();
    private readonly CancellationTokenSource _stop = new();
    private readonly IAsyncEnumerator<string> _log;
    private readonly ITickFeed? _feed;
    private readonly Task _reading;

    public FakeFeedHarness(FakeFeedRequest request, params Instrument[] symbols)
    {
        var week = new FxWeek();
        Server = new AxflRuntime(Time).StartFakeFeed(request with { Port = 0 });
        _log = Server.Log.GetAsyncEnumerator();
        if (symbols.Length > 0) _feed = TickFeeds.Create("finnhub", Server.Address.ToString(), _ => "anything", Time, week.IsClosed);
        _reading = _feed is null ? Task.CompletedTask : ReadAll(_feed, symbols);
    }

    public SteppedClock Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(FeedHarness.T0));

    public IFakeFeed Server { get; }

    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Reads the log up to a line that begins so after its time.</summary>
    public async Task<string> Said(string beginning)
    {
        while (await _log.MoveNextAsync().AsTask().WaitAsync(Patience))
            if (_log.Current["14:05:00 ".Length..].StartsWith(beginning, StringComparison.Ordinal)) return _log.Current["14:05:00 ".Length..];
        throw new InvalidOperationException($"The log ended before '{beginning}'.");
    }

    /// <summary>The client waits for its next dial: the clock goes to the end of that.</summary>
    public async Task Redial(StateEvent backing)
    {
        using var limit = new CancellationTokenSource(Patience);
        Time.MoveTo(await Time.Waits(length => (length - backing.RetryIn!.Value).Duration() < TimeSpan.FromMilliseconds(1), limit.Token));
    }

    /// <summary>The next event of a kind that the client has.</summary>
    public async Task<T> Next<T>(Func<T, bool>? which = null)
        where T : FeedEvent
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
            if (await _events.Reader.ReadAsync(limit.Token) is T found && (which is null || which(found))) return found;
    }

    /// <summary>The next so many ticks of the client.</summary>
    public async Task<List<TickEvent>> NextTicks(int count)
    {
        var ticks = new List<TickEvent>();
        while (ticks.Count < count) ticks.Add(await Next<TickEvent>());
        return ticks;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.WaitAsync(Patience);
        if (_feed is not null) await _feed.DisposeAsync();
        await Server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ReadAll(ITickFeed feed, Instrument[] symbols)
    {
        await foreach (var item in feed.Run(symbols, _stop.Token)) _events.Writer.TryWrite(item);
    }
}
