using System.Globalization;
using System.Threading.Channels;

namespace Axfl.Runtime;

/// <summary>State of one run of a feed, from which all its events come. Fed by the reader and the watchdog of a session, under one lock.</summary>
internal sealed class FeedRun
{
    private readonly object _gate = new();
    private readonly FeedOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<long, bool> _isMarketClosed;
    private readonly FeedStatistics _statistics;
    private readonly FeedVoice _voice;
    private readonly FeedSymbol[] _symbols;
    private readonly Dictionary<string, FeedSymbol> _byName;
    private bool _wasClosed;
    private long _freshSince;
    private long _staleSince = long.MaxValue;
    private long _lastFrame;
    private int _badFrames;

    public FeedRun(
        FeedOptions options, TimeProvider time, Func<long, bool> isMarketClosed, ChannelWriter<FeedEvent> writer, FeedStatistics statistics,
        KeyRedactor redactor, IReadOnlyList<(string Symbol, string Name)> names)
    {
        _options = options;
        _time = time;
        _isMarketClosed = isMarketClosed;
        _statistics = statistics;
        _voice = new FeedVoice(options, time, writer, statistics, redactor);
        _symbols = names.Select((n, i) => new FeedSymbol(i, n.Name, n.Symbol, options.DuplicateWindow)).ToArray();
        _byName = _symbols.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        _freshSince = Now;
    }

    public IReadOnlyList<FeedSymbol> Symbols => _symbols;

    /// <summary>Whether a price came in this session.</summary>
    public bool HadPrices { get; private set; }

    /// <summary>When the session was connected; null while it is not.</summary>
    public DateTimeOffset? ConnectedAt { get; private set; }

    /// <summary>The reader fell behind: the run is over.</summary>
    public FeedException? Overflow => _voice.Overflow;

    public long Now => _voice.Now;

    public void Say(FeedState state, string detail, FeedErrorClass? error = null, TimeSpan? retryIn = null)
    {
        lock (_gate) _voice.Say(state, detail, error, retryIn);
    }

    /// <summary>A dial begins: nothing of the last session holds.</summary>
    public void BeginDial()
    {
        lock (_gate)
        {
            HadPrices = false;
            ConnectedAt = null;
            _badFrames = 0;
            _staleSince = long.MaxValue;
        }
    }

    /// <summary>The connection is open and all symbols are asked for.</summary>
    public void BeginSession()
    {
        lock (_gate)
        {
            ConnectedAt = _time.GetUtcNow();
            _lastFrame = Now;
            foreach (var symbol in _symbols)
            {
                if (symbol.Said is SymbolFeedState.Subscribed) symbol.Said = null;
                symbol.IsRefused = false;
                symbol.SubscribedAt = _lastFrame;
            }

            // In an open market the first message says that it works; in a closed one none may come for a minute.
            if (_isMarketClosed(_lastFrame)) SayConnected(_lastFrame);
        }
    }

    /// <summary>A message came and was parsed.</summary>
    public void Take(FeedFrame frame, ReadOnlySpan<byte> message)
    {
        lock (_gate)
        {
            var now = Now;
            _lastFrame = now;
            _statistics.CountFrame();
            if (frame.Kind == FrameKind.Malformed)
            {
                _voice.Reject(RejectReason.Malformed, message);
                if (++_badFrames >= _options.MaxBadFrames)
                    throw new FeedException("FeedUnreadable", FeedErrorClass.BadResponse,
                        string.Create(CultureInfo.InvariantCulture, $"{_badFrames} messages in a row could not be read; the last: {_voice.Detail(message)}"));
                return;
            }

            _badFrames = 0;
            if (_voice.State is FeedState.Connecting) SayConnected(now);
            for (var i = 0; i < frame.BadItems; i++) _voice.Reject(RejectReason.Malformed, message);
            foreach (var tick in frame.Ticks) Take(tick, now, message);
            foreach (var name in frame.Confirmed)
                if (_byName.TryGetValue(name, out var symbol)) Confirm(symbol);
            foreach (var fault in frame.Refused) Refuse(fault, now);
            if (frame.Kind == FrameKind.Unknown) _statistics.CountUnknown();
        }
    }

    /// <summary>An error of the provider that ends nothing.</summary>
    public void Warn(string detail)
    {
        lock (_gate) _voice.Say(-1, SymbolFeedState.Refused, detail);
    }

    /// <summary>The watchdogs' look.</summary>
    /// <returns>Symbols to subscribe again.</returns>
    /// <exception cref="FeedException">The connection is to be given up.</exception>
    public IReadOnlyList<FeedSymbol> Check()
    {
        lock (_gate)
        {
            var now = Now;
            if (now - _lastFrame >= _options.SilenceLimit.TotalMilliseconds)
                throw new FeedException("FeedSilent", FeedErrorClass.Transient,
                    string.Create(CultureInfo.InvariantCulture, $"Nothing came for {(now - _lastFrame) / 1000.0:0.#} s."));
            var closed = _isMarketClosed(now) || _options.IsQuiet(null, now);
            if (_wasClosed && !closed) _freshSince = now;
            _wasClosed = closed;
            if (closed)
            {
                _staleSince = long.MaxValue;
                if (_voice.State is FeedState.Live or FeedState.Stale) Say(FeedState.MarketClosed, "The market is closed.");
                return Due(now, refusedOnly: true);
            }

            if (_voice.State is FeedState.MarketClosed) SayConnected(now);
            CheckFreshness(now);
            return Due(now, refusedOnly: false);
        }
    }

    private void CheckFreshness(long now)
    {
        foreach (var symbol in _symbols)
        {
            if (_options.IsQuiet(symbol.Symbol, now)) symbol.QuietUntil = now;
            if (symbol.IsStale || symbol.IsHalted || symbol.IsRefused) continue;
            var age = now - Math.Max(Math.Max(symbol.Sequence.Newest, symbol.QuietUntil), _freshSince);
            if (age < _options.StaleAfter.TotalMilliseconds) continue;
            symbol.IsStale = true;
            symbol.SubscribedAt = Math.Min(symbol.SubscribedAt, now - (long)_options.ResubscribeEvery.TotalMilliseconds);
            _voice.Say(symbol.Index, SymbolFeedState.Stale, string.Create(CultureInfo.InvariantCulture,
                $"No price younger than {_options.StaleAfter.TotalSeconds:0.#} s (if prices come all the same, check this machine's clock)."));
        }

        var all = _symbols.Length > 0 && _symbols.All(s => s.IsStale || s.IsHalted || s.IsRefused) && _symbols.Any(s => s.IsStale);
        if (all && _staleSince == long.MaxValue)
        {
            _staleSince = now;
            if (_voice.State is FeedState.Live or FeedState.Connecting) Say(FeedState.Stale, "No symbol has a fresh price, and the market is open.");
        }

        if (all && now - _staleSince >= _options.RedialWhenStaleFor.TotalMilliseconds)
            throw new FeedException("FeedStale", FeedErrorClass.Transient, "No fresh price came although the connection is open.");
    }

    private List<FeedSymbol> Due(long now, bool refusedOnly)
    {
        var due = new List<FeedSymbol>();
        foreach (var symbol in _symbols)
        {
            if (!symbol.IsRefused && (refusedOnly || !symbol.IsStale)) continue;
            if (now - symbol.SubscribedAt < _options.ResubscribeEvery.TotalMilliseconds) continue;
            symbol.SubscribedAt = now;
            due.Add(symbol);
        }

        return due;
    }

    private void Take(in FrameTick item, long now, ReadOnlySpan<byte> message)
    {
        var tick = item.Tick;
        if (!_byName.TryGetValue(item.Symbol, out var symbol))
        {
            _voice.Reject(RejectReason.UnknownSymbol, message);
            return;
        }

        if (!item.Tradeable)
        {
            if (!symbol.IsHalted) _voice.Say(symbol.Index, SymbolFeedState.Halted, "The provider says that it cannot be traded now.");
            symbol.IsHalted = true;
            symbol.Said = SymbolFeedState.Halted;
            return;
        }

        if (tick.Time > now + _options.MaxFuture.TotalMilliseconds || tick.Time < now - _options.MaxAge.TotalMilliseconds)
        {
            _voice.Reject(RejectReason.TimeOutOfRange, message);
            return;
        }

        if (_isMarketClosed(tick.Time))
        {
            _voice.Reject(RejectReason.MarketClosed, message);
            return;
        }

        var verdict = symbol.Sequence.Take(tick, item.Volume);
        if (verdict == TickVerdict.Duplicate)
        {
            _statistics.CountDuplicate();
            return;
        }

        HadPrices = true;
        var late = verdict == TickVerdict.Late;
        if (symbol.Said is null) Confirm(symbol);
        if (!late) Refresh(symbol, tick.Time, now);
        _statistics.CountTick(late, now - tick.Time);
        _voice.Emit(new TickEvent(now, symbol.Index, tick, late) { Timestamp = _time.GetTimestamp() });
    }

    private void Refresh(FeedSymbol symbol, long time, long now)
    {
        var fresh = now - time < _options.StaleAfter.TotalMilliseconds;
        symbol.IsRefused = false;
        if (symbol.IsHalted || (symbol.IsStale && fresh))
        {
            symbol.IsHalted = false;
            symbol.IsStale = symbol.IsStale && !fresh;
            symbol.Said = SymbolFeedState.Fresh;
            _voice.Say(symbol.Index, SymbolFeedState.Fresh, "Prices are back.");
        }

        if (!fresh) return;
        _staleSince = long.MaxValue;
        if (_voice.State is FeedState.Stale) Say(FeedState.Live, "Prices are back.");
    }

    private void Confirm(FeedSymbol symbol)
    {
        symbol.IsRefused = false;
        if (symbol.Said is SymbolFeedState.Subscribed) return;
        symbol.Said = SymbolFeedState.Subscribed;
        _voice.Say(symbol.Index, SymbolFeedState.Subscribed, symbol.Name);
    }

    private void Refuse(FrameFault fault, long now)
    {
        var known = _byName.TryGetValue(fault.Symbol, out var symbol);
        var detail = fault.Message.Length == 0 ? $"{fault.Symbol} was refused." : $"{fault.Symbol}: {fault.Message}";
        if (symbol is not null)
        {
            symbol.IsRefused = true;
            symbol.Said = SymbolFeedState.Refused;
            symbol.SubscribedAt = now;
        }

        _voice.Say(known ? symbol!.Index : -1, SymbolFeedState.Refused, detail);
    }

    private void SayConnected(long now)
    {
        if (_isMarketClosed(now))
        {
            _wasClosed = true;
            Say(FeedState.MarketClosed, "Connected; the market is closed.");
        }
        else Say(FeedState.Live, "Connected.");
    }
}
