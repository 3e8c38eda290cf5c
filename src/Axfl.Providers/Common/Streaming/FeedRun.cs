using System.Globalization;
using System.Threading.Channels;

namespace Axfl.Providers.Common.Streaming;

/// <summary>State of one run of a feed, from which all its events come. Fed by the reader and the watchdog of a session, under one lock.</summary>
internal sealed class FeedRun
{
    private readonly object _gate = new();
    private readonly FeedOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<long, bool> _isMarketClosed;
    private readonly FeedStatistics _statistics;
    private readonly FeedEventWriter _voice;
    private readonly FeedSymbol[] _symbols;
    private readonly Dictionary<string, FeedSymbol> _byName;
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
        _voice = new FeedEventWriter(options, time, writer, statistics, redactor);
        _symbols = names.Select((n, i) => new FeedSymbol(i, n.Name, options.DuplicateWindow)).ToArray();
        _byName = _symbols.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
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
        }
    }

    /// <summary>Names to ask for in a dial: all but those refused by name not long ago.</summary>
    public IReadOnlyList<string> Asked()
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var symbol in _symbols) symbol.IsLeftOut &= now - symbol.SubscribedAt < _options.ResubscribeEvery.TotalMilliseconds;
            return [.. _symbols.Where(s => !s.IsLeftOut).Select(s => s.Name)];
        }
    }

    /// <summary>Symbols a dial was refused for.</summary>
    public void LeaveOut(IEnumerable<FrameFault> faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                Refuse(fault, Now);
                _byName[fault.Symbol].IsLeftOut = true;
            }
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
                if (symbol.IsLeftOut) continue;
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
            if (_isMarketClosed(now) || _options.IsQuiet(null, now))
            {
                if (_voice.State is FeedState.Live) Say(FeedState.MarketClosed, "The market is closed.");
            }
            else if (_voice.State is FeedState.MarketClosed) SayConnected(now);
            return Due(now);
        }
    }

    // Finnhub calls symbols invalid for minutes that it knows: they are asked for again soon, and then less often.
    private List<FeedSymbol> Due(long now)
    {
        var due = new List<FeedSymbol>();
        foreach (var symbol in _symbols)
        {
            if (!symbol.IsRefused || symbol.IsLeftOut) continue;
            var wait = Math.Min(_options.ResubscribeEvery.TotalMilliseconds, _options.ResubscribeAfter.TotalMilliseconds * Math.Pow(2, Math.Min(20, symbol.Refusals - 1)));
            if (now - symbol.SubscribedAt < wait) continue;
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
            _voice.Reject(RejectReason.TimeOutOfRange, message, symbol.Index);
            return;
        }

        if (_isMarketClosed(tick.Time))
        {
            _voice.Reject(RejectReason.MarketClosed, message, symbol.Index);
            return;
        }

        var verdict = symbol.Sequence.Take(tick, item.Volume);
        if (verdict == TickVerdict.Duplicate)
        {
            _statistics.CountDuplicate(symbol.Index);
            return;
        }

        HadPrices = true;
        var late = verdict == TickVerdict.Late;
        if (symbol.IsHalted || symbol.IsRefused) Resume(symbol);
        else if (symbol.Said is null) Confirm(symbol);
        _statistics.CountTick(late, now - tick.Time);
        _voice.Emit(new TickEvent(now, symbol.Index, tick, late) { Timestamp = _time.GetTimestamp() });
    }

    private void Resume(FeedSymbol symbol)
    {
        symbol.IsHalted = symbol.IsRefused = symbol.IsLeftOut = false;
        symbol.Refusals = 0;
        symbol.Said = SymbolFeedState.Resumed;
        _voice.Say(symbol.Index, SymbolFeedState.Resumed, "Prices are back.");
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
        var detail = fault.Message.Length == 0 ? $"The provider refused {fault.Symbol} and did not say why." : $"{fault.Symbol}: {fault.Message}";
        if (symbol is not null)
        {
            symbol.IsRefused = true;
            symbol.Said = SymbolFeedState.Refused;
            symbol.SubscribedAt = now;
            symbol.Refusals++;
        }

        _voice.Say(known ? symbol!.Index : -1, SymbolFeedState.Refused, detail);
    }

    private void SayConnected(long now)
    {
        if (_isMarketClosed(now)) Say(FeedState.MarketClosed, "Connected; the market is closed.");
        else Say(FeedState.Live, "Connected.");
    }
}
