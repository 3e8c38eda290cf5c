using Axfl.Contracts;

namespace Axfl.FakeFeed;

/// <summary>One client without its socket: what it subscribed, and what it is sent when. Used by the reader and the writer of its socket.</summary>
/// <param name="symbols">Symbols on offer.</param>
/// <param name="perMinute">Ticks of a minute and symbol.</param>
/// <param name="silenceAfter">How long after the start nothing is sent any more; null: never.</param>
/// <param name="started">Unix ms.</param>
internal sealed class FakeFeedSession(FakeFeedSymbols symbols, int perMinute, TimeSpan? silenceAfter, long started)
{
    /// <summary>Finnhub's: about once a minute.</summary>
    public const long PingEvery = EventTime.Minute;

    // A machine that slept must not send an hour of prices in one frame.
    private const long LongestCatchUp = 2 * EventTime.Minute;
    private readonly object _gate = new();
    private readonly SortedDictionary<string, Subscription> _subscriptions = new(StringComparer.Ordinal);
    private readonly Queue<ReadOnlyMemory<byte>> _answers = new();
    private readonly double _silentFrom = silenceAfter is { } limit ? started + limit.TotalMilliseconds : double.PositiveInfinity;
    private long _lastPing = started;

    /// <summary>Whether nothing is sent any more.</summary>
    public bool IsSilent(long now) => now >= _silentFrom;

    /// <summary>Takes a client's message.</summary>
    /// <returns>What it does, for the log.</returns>
    public string Take(ReadOnlyMemory<byte> message, long now)
    {
        lock (_gate)
        {
            if (FakeFeedMessage.Parse(message) is not { Symbol: { } symbol } wish) return Refuse("Invalid message");
            if (!wish.IsSubscribe()) return _subscriptions.Remove(symbol) ? $"unsubscribed {symbol}" : $"unsubscribed {symbol}, which it did not have";
            if (symbols.Find(symbol) is not { } instrument) return Refuse($"Invalid symbol {symbol}");
            _subscriptions.TryAdd(symbol, new Subscription(new SimulatedTicks(instrument, perMinute), now));
            return $"subscribed {symbol}";
        }
    }

    /// <summary>Frames due at a time, in order; none in silence.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Due(long now)
    {
        lock (_gate)
        {
            if (IsSilent(now)) return [];
            List<ReadOnlyMemory<byte>> frames = [.. _answers];
            _answers.Clear();
            var ticks = _subscriptions.SelectMany(s => s.Value.Due(now).Select(t => (Name: s.Key, Tick: t))).OrderBy(t => t.Tick.Time).ToArray();
            if (ticks.Length > 0) frames.Add(FakeFeedFrames.Trades(ticks));
            if (now - _lastPing < PingEvery) return frames;
            _lastPing = now;
            frames.Add(FakeFeedFrames.Ping);
            return frames;
        }
    }

    private string Refuse(string words)
    {
        _answers.Enqueue(FakeFeedFrames.Error(words));
        return "refused: " + words;
    }

    private sealed class Subscription(SimulatedTicks ticks, long since)
    {
        private long _through = since;

        public Tick[] Due(long now)
        {
            if (now <= _through) return [];
            var due = ticks.Between(Math.Max(_through, now - LongestCatchUp), now).ToArray();
            _through = now;
            return due;
        }
    }
}
