using System.Threading.Channels;
using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Providers.TwelveData;

namespace Axfl.Testing;

/// <summary>
/// A feed against a fake server over real sockets, on a clock that stands at Tuesday 2026-03-03 14:05:00 UTC until the test moves it, or until what
/// the test asked for needs it: then it goes to where the feed's watchdog or its wait for the next dial is due, one at a time.
/// </summary>
internal sealed class FeedHarness : IAsyncDisposable
{
    public const long T0 = 1772546700_000;
    public static readonly Instrument EurUsd = new("EURUSD", "EUR", "USD", 0.0001, 5, 0.8);
    public static readonly Instrument XauUsd = new("XAUUSD", "XAU", "USD", 0.1, 2, 2.5);

    /// <summary>How often the watchdogs look: a length of time that no wait between dials has.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(990);

    /// <summary>How long a dial may take: likewise of its own length.</summary>
    public static readonly TimeSpan DialLimit = TimeSpan.FromMilliseconds(10_007);

    // Nothing is timed by it: it ends a test whose event never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<FeedEvent> _events = Channel.CreateUnbounded<FeedEvent>();
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;

    private FeedHarness(FakeServer server, SteppedClock time) => (Server, Time) = (server, time);

    public FakeServer Server { get; }

    public SteppedClock Time { get; }

    public ITickFeed Feed { get; private set; } = null!;

    /// <summary>All events read so far.</summary>
    public List<FeedEvent> Seen { get; } = [];

    public bool IsMarketClosed { get; set; }

    public string Texts => string.Join('\n', Seen);

    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    public static async Task<FeedHarness> Start(
        string provider, Func<FeedOptions, FeedOptions>? change = null, Action<FakeServer>? script = null, params Instrument[] symbols)
    {
        var server = await FakeServer.Start();

        script?.Invoke(server);
        var harness = new FeedHarness(server, new SteppedClock(DateTimeOffset.FromUnixTimeMilliseconds(T0)));
        harness.Feed = harness.Make(provider, change ?? (o => o));
        harness._reading = harness.ReadAll(symbols.Length == 0 ? [EurUsd] : symbols);
        return harness;
    }

    /// <summary>The next event of a kind; the clock stands.</summary>
    public Task<T> Next<T>(Func<T, bool>? which = null)
        where T : FeedEvent => Next(which, runs: false);

    /// <summary>
    /// The next event of a kind that the clock makes: it goes on from look to look of the feed, and from dial to dial, until it comes. What the server
    /// does is waited for with a clock that stands.
    /// </summary>
    public Task<T> Later<T>(Func<T, bool>? which = null)
        where T : FeedEvent => Next(which, runs: true);

    public Task<StateEvent> NextState(FeedState state) => Next<StateEvent>(s => s.State == state);

    public Task<StateEvent> LaterState(FeedState state) => Later<StateEvent>(s => s.State == state);

    /// <summary>The next connection; the clock goes to the end of each wait before it, but not on during a dial, whose time limit it would reach.</summary>
    public async Task<FakeConnection> Connection()
    {
        using var limit = new CancellationTokenSource(Patience);
        var next = Server.NextConnection(limit.Token).AsTask();
        while (!next.IsCompleted)
        {
            var wait = Time.Waits(length => length != Look && length != DialLimit, limit.Token);
            if (await Task.WhenAny(next, wait) == wait && !next.IsCompleted) Time.MoveTo(await wait);
        }

        return await next;
    }

    /// <summary>The clock goes on by at least so much, from one look of the watchdogs to the next.</summary>
    public async Task Pass(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end;) await Time.Pass(Look, limit.Token);

        // The last look is over when the next is waited for.
        await Time.Waits(length => length == Look, limit.Token);
    }

    /// <summary>The client gives a connection up by itself: the clock goes on until it has.</summary>
    public async Task GiveUp(FakeConnection connection)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!connection.Ended.IsCompleted)
        {
            var look = Time.Waits(length => length == Look, limit.Token);
            if (await Task.WhenAny(connection.Ended, look) == look && !connection.Ended.IsCompleted) Time.MoveTo(await look);
        }
    }

    /// <summary>Until the feed has read so many messages.</summary>
    public Task Read(long frames, Task? orUntil = null) => Feed.Statistics.WhenFrames(frames, orUntil).WaitAsync(Patience);

    /// <summary>Reads to the end of the sequence.</summary>
    public async Task End()
    {
        await _reading.WaitAsync(Patience);
        while (_events.Reader.TryRead(out var item)) Seen.Add(item);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Feed.DisposeAsync();
        await _reading.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task<T> Next<T>(Func<T, bool>? which, bool runs)
        where T : FeedEvent
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            FeedEvent? item;
            while (!_events.Reader.TryRead(out item))
            {
                var more = _events.Reader.WaitToReadAsync(limit.Token).AsTask();
                if (runs)
                {
                    var wait = Time.Waits(length => length != DialLimit, limit.Token);
                    // What was said up to now is read first: the clock must not run away from it.
                    if (await Task.WhenAny(more, wait) == wait && !more.IsCompleted && Seen.Count == Feed.Statistics.Events) Time.MoveTo(await wait);
                    else await more;
                }

                if ((!runs || more.IsCompleted) && !await more) throw new InvalidOperationException("The feed ended:\n" + Texts);
            }

            Seen.Add(item);
            if (item is T found && (which is null || which(found))) return found;
        }
    }

    /// <summary>Options with the lengths of time by which this clock tells looks and dials from other waits.</summary>
    public static T Timed<T>(T options)
        where T : FeedOptions => (T)(options with { CheckEvery = Look, ConnectTimeout = DialLimit });

    private ITickFeed Make(string provider, Func<FeedOptions, FeedOptions> settings)
    {
        Func<long, bool> closed = _ => IsMarketClosed;
        T change<T>(T options)
            where T : FeedOptions => Timed((T)settings(options));
        return provider switch
        {
            "finnhub" => new FinnhubFeed(change(new FinnhubOptions { Endpoint = Server.Address, Keys = ["KEY-ONE", "KEY-TWO"] }), Time, closed, () => 0.5),
            "twelvedata" => new TwelveDataFeed(change(new TwelveDataOptions { Endpoint = Server.Address, Keys = ["KEY-ONE", "KEY-TWO"] }), Time, closed, () => 0.5),
            _ => new OandaFeed(
                change(new OandaOptions { Endpoint = Server.Address, Keys = ["KEY-ONE"], AccountId = "101-001-0000001-001" }), Time, closed, () => 0.5),
        };
    }

    private async Task ReadAll(Instrument[] symbols)
    {
        Exception? fault = null;
        try
        {
            await foreach (var item in Feed.Run(symbols, _stop.Token)) _events.Writer.TryWrite(item);
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            _events.Writer.TryComplete(fault);
        }
    }
}
