using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.Streaming;
using Axfl.Runs.Journal;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Fold;

/// <summary>
/// The live part of the fold: ticks, clock and history in, bars and the engine's results out. Deterministic and without a clock of its own: the same
/// inputs give the same run, which is why a journal of the inputs is enough to resume and to replay it.
/// </summary>
internal sealed class LiveFold
{
    private readonly EnginePlan _plan;
    private readonly PortfolioEngine _engine;
    private readonly BarBuilder _builder;
    private readonly BelievedPrices _prices;
    private readonly Freshness _freshness;
    private readonly CompleteBars _bars;
    private readonly int _rules;
    private readonly FoldSymbol[] _symbols;
    private readonly long[] _unused;
    private readonly long _staleAfter, _lateTicks;
    private readonly List<Tick> _believed = [];
    private readonly List<NewsEvent> _comingEvents = [];

    /// <param name="run">Plan with the run's start.</param>
    /// <param name="results">Takes results.</param>
    /// <param name="start">When prices begin, unix ms; the bar it lies in is not seen wholly.</param>
    /// <param name="rules">By which rules: see <see cref="JournalStart.NewestRules"/>.</param>
    public LiveFold(RunPlan run, JournalResults results, long start, int rules)
    {
        var (plan, live) = (run.Engine, run.Live);
        _plan = plan;
        _rules = rules;
        _engine = new PortfolioEngine(plan, results);
        _builder = new BarBuilder(plan.Symbols.Count, plan.Interval, TimeSpan.FromMilliseconds(live.LateTicksMs));
        _prices = new BelievedPrices([.. plan.Symbols.Select(s => s.Instrument)], live, rules);
        _staleAfter = live.StaleAfterS * 1000L;
        _lateTicks = live.LateTicksMs;
        _symbols = [.. plan.Symbols.Select(s => new FoldSymbol(s.Instrument, plan.Interval))];
        _unused = new long[_symbols.Length];
        Traded = new TradedTimes(plan);
        CalendarHash = run.NewsFiles.Hash;
        _freshness = new Freshness(_engine, _symbols, new MarketHours(run.Holidays), _staleAfter, rules);
        _bars = new CompleteBars(_engine, results, _symbols, _freshness, _prices, Traded, plan.Interval, _staleAfter, rules);
        foreach (var symbol in _symbols) symbol.GapFrom = symbol.RepairedUntil = Floor(start);
        for (var i = 0; i < _symbols.Length; i++) Lost(i);
    }

    /// <summary>The engine, for statuses.</summary>
    public PortfolioEngine Engine => _engine;

    /// <summary>Open times so far.</summary>
    public TradedTimes Traded { get; }

    /// <summary>Time of the newest input, unix ms; long.MinValue before the first.</summary>
    public long Now { get; private set; } = long.MinValue;

    /// <summary>What is added to the clock of the machine that wrote the inputs, ms: they have it in them.</summary>
    public long Skew { get; set; }

    /// <summary>Hash of the contents of the news calendars in force; empty: there are none.</summary>
    public string CalendarHash { get; private set; }

    /// <summary>Prices of a symbol that are held, and not yet believed.</summary>
    public IReadOnlyList<Tick> HeldPrices(int symbol) => _prices.Held(symbol);

    /// <summary>What the next price of a symbol is compared with: the last one, or a close of history; NaN: nothing.</summary>
    public double LastKnown(int symbol) => _prices.Last(symbol);

    /// <summary>Prices and bars of a symbol that did not come as far as here, such as prices stamped ahead.</summary>
    public long Unused(int symbol) => _unused[symbol];

    /// <summary>Counts prices and bars of a symbol that are not used.</summary>
    public void CountUnused(int symbol, long count) => _unused[symbol] += count;

    /// <summary>When the clock next closes a bar; null when none is open.</summary>
    public long? NextClose => _builder.NextClose;

    /// <summary>Whether the warm-up is behind: history has given what it had of each symbol, or prices have come without it.</summary>
    public bool IsWarmedUp => Array.TrueForAll(_symbols, s => s.HasAskedHistory) || Array.Exists(_symbols, s => s.LastTick.Time != long.MinValue);

    /// <summary>State of a symbol.</summary>
    public FoldSymbol this[int symbol] => _symbols[symbol];

    /// <summary>A price came.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="tick">The price.</param>
    /// <param name="lag">Its receipt behind its stamp, ms.</param>
    public TickVerdict Tick(int symbol, in Tick tick, long lag)
    {
        var received = tick.Time + lag;
        if (_rules >= 2) Now = Math.Max(Now, received);
        var verdict = _prices.Take(symbol, tick, _believed);
        if (verdict == TickVerdict.Late) _builder.Add(symbol, tick);
        if (verdict != TickVerdict.Accepted) return verdict;
        if (_rules < 2) Now = Math.Max(Now, tick.Time);
        var state = _symbols[symbol];
        foreach (var believed in _believed)
        {
            if (state.IsLost) Found(symbol, believed.Time);
            _builder.Add(symbol, believed);
            _engine.OnTick(symbol, believed);
            state.LastTick = believed;
        }

        if (_rules >= 2) (state.Received, state.FreshAt, state.Muted, state.IsFeedStale) = (received, Math.Min(tick.Time, received), null, false);

        // Only now: what waited through a long gap must not be filled at the first price after it.
        _freshness.Judge(symbol, Now);
        return verdict;
    }

    /// <summary>Time has come to a point.</summary>
    public void Clock(long now)
    {
        if (now < Now) return;
        Now = now;
        for (var i = 0; i < _symbols.Length; i++) _freshness.Judge(i, now);
        foreach (var step in _builder.OnClock(now)) _bars.Built(step);
        _engine.OnClock(now);
    }

    /// <summary>Other events are in force, once the last of them have come.</summary>
    /// <param name="events">Some of them.</param>
    /// <param name="hash">Hash of the calendars.</param>
    /// <param name="isLast">Whether these are the last.</param>
    public void Calendar(IReadOnlyList<NewsEvent> events, string hash, bool isLast)
    {
        _comingEvents.AddRange(events);
        if (!isLast) return;
        _engine.ChangeCalendar(new NewsCalendar(_comingEvents));
        _comingEvents.Clear();
        CalendarHash = hash;
    }

    /// <summary>Bars of one open time from history, in plan order; bars a symbol has already are left out.</summary>
    public void History(ReadOnlySpan<MissedBar> bars) => _bars.History(bars, Now);

    /// <summary>A symbol has what history gives up to a time.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="until">Up to when, unix ms, exclusive.</param>
    /// <param name="isFinal">Whether nothing more is to come for its gap: bars that waited are taken as they are.</param>
    public void Repaired(int symbol, long until, bool isFinal)
    {
        var state = _symbols[symbol];
        state.RepairedUntil = Math.Max(state.RepairedUntil, until);
        state.HasAskedHistory = true;
        if (!isFinal) return;
        _bars.Release(state, Now);
        if (!state.IsLost) state.CloseGap();
    }

    /// <summary>From the last price on, prices of a symbol may be missing.</summary>
    public void Lost(int symbol)
    {
        var state = _symbols[symbol];
        if (state.IsLost) return;
        state.IsLost = true;
        state.GapUntil = long.MaxValue;
        if (state.GapFrom == long.MaxValue)
        {
            state.GapFrom = state.LastTick.Time + 1;
            state.GapPrice = state.LastTick.Price;
        }

        // A price that the last one overtook may be missing too.
        _builder.Lost(symbol, state.LastTick.Time == long.MinValue ? state.GapFrom : state.LastTick.Time - _lateTicks);
        _freshness.Judge(symbol, Now);
    }

    /// <summary>Whether the price of a symbol has become too old since the fold last had the time.</summary>
    public bool IsClockDue(long now) => _freshness.IsDue(now);

    /// <summary>The feed says that it gives no prices of a symbol; by the older rules also that they are back.</summary>
    public void Stale(int symbol, bool stale, string why)
    {
        _symbols[symbol].IsFeedStale = stale;
        _symbols[symbol].Muted = stale ? why : null;
        _freshness.Judge(symbol, Now);
    }

    /// <summary>A bar from history as the missed one it is for its symbol now.</summary>
    public MissedBar AsMissed(in StepBar bar)
    {
        var symbol = _symbols[bar.Symbol];
        if (symbol.GapFrom == long.MaxValue) return new MissedBar(bar);
        var isSeen = symbol.GapFrom >= bar.Bar.Time + _plan.Interval.Milliseconds || symbol.GapUntil <= bar.Bar.Time;
        return isSeen ? MissedBar.Seen(bar) : new MissedBar(bar, symbol.GapFrom, symbol.GapUntil, symbol.GapPrice);
    }

    /// <summary>Begin of the bar a time lies in.</summary>
    public long Floor(long time) => time - time % _plan.Interval.Milliseconds;

    /// <summary>What is known of each symbol's price.</summary>
    public IReadOnlyList<PriceSnapshot> Prices(long now) => [.. _symbols.Select(s => s.Snapshot(now))];

    /// <summary>Counts of data per symbol.</summary>
    /// <param name="isQuiet">Whether silence of a symbol is normal now.</param>
    public IReadOnlyList<SymbolDataStatus> Data(Func<string, bool> isQuiet) =>
    [
        .. _symbols.Select((s, i) => new SymbolDataStatus(s.Instrument.Symbol, s.Bars, s.Gaps, _prices.Count(i, TickVerdict.Duplicate),
            _prices.Count(i, TickVerdict.NotPositive) + _prices.Count(i, TickVerdict.Absurd) + _builder.LateTicks(i), s.IsStale && !isQuiet(s.Instrument.Symbol))
        {
            StaleS = s.FreshAt == long.MinValue || Now == long.MinValue ? null : Math.Max(0, Now - s.FreshAt) / 1000.0,
        }),
    ];

    private void Found(int symbol, long time)
    {
        var state = _symbols[symbol];
        state.IsLost = false;
        state.GapUntil = time;

        // Others of the same stamp, of whole seconds with Twelve Data, may be missing.
        _builder.Restored(symbol, time + 1);
        if (time - state.GapFrom > _staleAfter) _freshness.Set(symbol, true);
    }
}
