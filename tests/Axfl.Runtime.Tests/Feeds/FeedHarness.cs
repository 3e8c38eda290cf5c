using System.Threading.Channels;
using Axfl.Contracts;
using Axfl.FakeHost;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Runtime.Tests;

/// <summary>A feed against a fake server over real sockets, on a fake clock that starts on Tuesday 2026-03-03 14:05:00 UTC.</summary>
internal sealed class FeedHarness : IAsyncDisposable
{
    public const long T0 = 1772546700_000;
    public static readonly Instrument EurUsd = new("EURUSD", "EUR", "USD", 0.0001, 5, 0.8);
    public static readonly Instrument XauUsd = new("XAUUSD", "XAU", "USD", 0.1, 2, 2.5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<FeedEvent> _events = Channel.CreateUnbounded<FeedEvent>();
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private volatile bool _isBackingOff;

    private FeedHarness(FakeServer server, FakeTimeProvider time) => (Server, Time) = (server, time);

    public FakeServer Server { get; }

    public FakeTimeProvider Time { get; }

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
        var harness = new FeedHarness(server, new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(T0)));
        harness.Feed = harness.Make(provider, change ?? (o => o));
        harness._reading = harness.ReadAll(symbols.Length == 0 ? [EurUsd] : symbols);
        return harness;
    }

    /// <summary>The next event of a kind; the clock runs meanwhile in steps when asked to.</summary>
    public async Task<T> Next<T>(Func<T, bool>? which = null, TimeSpan? step = null)
        where T : FeedEvent
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            FeedEvent? item;
            while (!_events.Reader.TryRead(out item))
            {
                if (step is not { } by)
                {
                    if (!await _events.Reader.WaitToReadAsync(limit.Token)) throw new InvalidOperationException("The feed ended:\n" + Texts);
                    continue;
                }

                // The clock drives the feed's timers; the pause only lets real sockets keep up with it.
                Time.Advance(by);
                var more = _events.Reader.WaitToReadAsync(limit.Token).AsTask();
                await Task.WhenAny(more, Task.Delay(2, limit.Token));
                if (more.IsCompletedSuccessfully && !more.Result) throw new InvalidOperationException("The feed ended:\n" + Texts);
                limit.Token.ThrowIfCancellationRequested();
            }

            Seen.Add(item);
            if (item is T found && (which is null || which(found))) return found;
        }
    }

    public Task<StateEvent> NextState(FeedState state, TimeSpan? step = null) => Next<StateEvent>(s => s.State == state, step);

    /// <summary>The next connection; while the feed backs off the clock runs, but not during a dial, whose time limit it would reach.</summary>
    public async Task<FakeConnection> Connection()
    {
        using var limit = new CancellationTokenSource(Patience);
        var next = Server.NextConnection(limit.Token).AsTask();
        while (await Task.WhenAny(next, Task.Delay(2, limit.Token)) != next)
            if (_isBackingOff) Time.Advance(TimeSpan.FromSeconds(0.25));
        return await next;
    }

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

    private ITickFeed Make(string provider, Func<FeedOptions, FeedOptions> change)
    {
        Func<long, bool> closed = _ => IsMarketClosed;
        return provider switch
        {
            "finnhub" => new FinnhubFeed((FinnhubOptions)change(new FinnhubOptions { Endpoint = Server.Address, Keys = ["KEY-ONE", "KEY-TWO"] }), Time, closed, () => 0.5),
            "twelvedata" => new TwelveDataFeed((TwelveDataOptions)change(new TwelveDataOptions { Endpoint = Server.Address, Keys = ["KEY-ONE", "KEY-TWO"] }), Time, closed, () => 0.5),
            _ => new OandaFeed(
                (OandaOptions)change(new OandaOptions { Endpoint = Server.Address, Keys = ["KEY-ONE"], AccountId = "101-001-0000001-001" }), Time, closed, () => 0.5),
        };
    }

    private async Task ReadAll(Instrument[] symbols)
    {
        Exception? fault = null;
        try
        {
            await foreach (var item in Feed.Run(symbols, _stop.Token))
            {
                if (item is StateEvent state) _isBackingOff = state.State == FeedState.BackingOff;
                _events.Writer.TryWrite(item);
            }
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
