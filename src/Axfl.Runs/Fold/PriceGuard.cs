using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Providers.Common.Streaming;

namespace Axfl.Runs.Fold;

/// <summary>
/// Judges each price before anything is made of it. A price too far from the last accepted one is held; the third in a row that lies near the first held
/// one makes all three believed, a price near the last accepted one refuses those held. Deterministic; reads no clock.
/// </summary>
/// <remarks>
/// Too far is farther than the largest of <c>max_tick_atr</c> ATR14 (where there is one), 30 spreads, and a share of the price: 0.5 %, metals 1.5 %; 3 %
/// after a closed market or a gap longer than <c>stale_after_s</c>, and against the close of history with which a run begins. Without any price to compare
/// with, the first three must agree.
/// </remarks>
internal sealed class PriceGuard
{
    /// <summary>So many prices in a row that agree are believed.</summary>
    public const int Witnesses = 3;

    private readonly double _maxAtr;
    private readonly long _gap;
    private readonly SymbolGuard[] _symbols;

    /// <param name="instruments">Symbols in plan order; prices name them by index.</param>
    /// <param name="live">Limits.</param>
    public PriceGuard(IEnumerable<Instrument> instruments, LivePlan live)
    {
        _maxAtr = live.MaxTickAtr;
        _gap = live.StaleAfterS * 1000L;
        _symbols = [.. instruments.Select(i => new SymbolGuard(i))];
    }

    /// <summary>ATR14 of a symbol's complete bars, quote currency; NaN: not known.</summary>
    public void SetAtr(int symbol, double atr) => _symbols[symbol].Atr = atr;

    /// <summary>A price of history: what the next is compared with.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="price">Close of a bar.</param>
    /// <param name="time">Its end, unix ms.</param>
    public void SetLast(int symbol, double price, long time) => (_symbols[symbol].Last, _symbols[symbol].LastTime) = (price, time);

    /// <summary>What the next price is compared with; NaN: nothing.</summary>
    public double Last(int symbol) => _symbols[symbol].Last;

    /// <summary>How often a verdict was given for a symbol; held prices that came to be refused count as absurd.</summary>
    public long Count(int symbol, TickVerdict verdict) => _symbols[symbol].Counts[(int)verdict];

    /// <summary>Prices of a symbol that are held now.</summary>
    public IReadOnlyList<Tick> Held(int symbol) => _symbols[symbol].Held;

    /// <summary>Judges a price.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="tick">The price.</param>
    /// <param name="believed">Cleared; takes what is accepted, in order: the price, or the three that are believed now.</param>
    public TickVerdict Take(int symbol, in Tick tick, List<Tick> believed)
    {
        believed.Clear();
        var state = _symbols[symbol];
        var verdict = Judge(state, tick, believed);
        if (verdict != TickVerdict.Held) state.Counts[(int)verdict]++;
        foreach (var one in believed) state.Accept(one);
        return verdict;
    }

    private TickVerdict Judge(SymbolGuard state, in Tick tick, List<Tick> believed)
    {
        if (!(tick.Price > 0) || !double.IsFinite(tick.Price) || tick.Spread < 0 || double.IsInfinity(tick.Spread)) return TickVerdict.NotPositive;

        // A repeat is no second witness.
        if (tick == state.Newest || state.Held.Contains(tick)) return TickVerdict.Duplicate;
        var isKnown = state.Last > 0;
        var isNear = isKnown && IsNear(tick.Price, state.Last, Limit(state, state.Last, ShareOf(state, tick.Time)));
        if (tick.Time < state.Newest.Time) return isNear ? TickVerdict.Late : TickVerdict.Absurd;
        if (isNear)
        {
            state.Refuse();
            believed.Add(tick);
            return TickVerdict.Accepted;
        }

        if (state.Held is [var first, ..] && (tick.Time < state.Held[^1].Time || !IsNear(tick.Price, first.Price, Limit(state, first.Price, state.Share)))) state.Refuse();
        state.Held.Add(tick);
        if (state.Held.Count < Witnesses) return TickVerdict.Held;
        believed.AddRange(state.Held);
        state.Held.Clear();
        return TickVerdict.Accepted;
    }

    private double ShareOf(SymbolGuard state, long time) => !state.HasPrice || time - state.LastTime > _gap ? PriceLimits.ShareAfterPause : state.Share;

    private double Limit(SymbolGuard state, double price, double share)
    {
        var limit = Math.Max(price * share, PriceLimits.Spreads * state.Spread);
        return state.Atr > 0 ? Math.Max(limit, _maxAtr * state.Atr) : limit;
    }

    private static bool IsNear(double price, double from, double limit) => !Prices.Above(Math.Abs(price - from), limit);

    private sealed class SymbolGuard(Instrument instrument)
    {
        private readonly double _spread = instrument.SpreadPips * instrument.Pip;

        public double Share { get; } = PriceLimits.ShareOf(instrument);

        public double Atr { get; set; } = double.NaN;

        /// <summary>What the next price is compared with; NaN before the first.</summary>
        public double Last { get; set; } = double.NaN;

        public long LastTime { get; set; } = long.MinValue;

        /// <summary>The newest accepted price of the feed.</summary>
        public Tick Newest { get; private set; } = new(long.MinValue, double.NaN);

        public bool HasPrice => Newest.Time != long.MinValue;

        /// <summary>The configured spread, or that of the newest quote if it is wider; quote currency.</summary>
        public double Spread => Newest.Spread > _spread ? Newest.Spread : _spread;

        public List<Tick> Held { get; } = new(Witnesses);

        public long[] Counts { get; } = new long[Enum.GetValues<TickVerdict>().Length];

        public void Accept(in Tick tick)
        {
            Newest = tick;
            (Last, LastTime) = (tick.Price, tick.Time);
        }

        public void Refuse()
        {
            Counts[(int)TickVerdict.Absurd] += Held.Count;
            Held.Clear();
        }
    }
}
