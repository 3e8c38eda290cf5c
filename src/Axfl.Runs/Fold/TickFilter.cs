using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Streaming;

namespace Axfl.Runs.Fold;

/// <summary>Limits of <see cref="TickFilter"/>.</summary>
internal sealed record TickFilterOptions
{
    /// <summary>A tick farther than this many ATRs from the last price is absurd. Default 20; not positive switches the check off.</summary>
    public double MaxAtrMultiple { get; init; } = 20;

    /// <summary>
    /// So many absurd ticks in a row that agree with each other (within the same limit) are a real jump: the last of them is accepted.
    /// Default 5, at least 1. Without it one gap at a weekend would silence a symbol for good.
    /// </summary>
    public int ConfirmJumpAfter { get; init; } = 5;

    /// <summary>With how many ticks before it a tick is compared to find repeats. Default 1; see <see cref="FeedOptions.DuplicateWindow"/>.</summary>
    public int DuplicateWindow { get; init; } = 1;
}

/// <summary>Refuses ticks that no bar and no fill may be made of, and counts them by symbol and reason. Deterministic; reads no clock.</summary>
internal sealed class TickFilter
{
    private readonly TickFilterOptions _options;
    private readonly SymbolFilter[] _symbols;

    /// <summary>A filter for so many symbols, named by index.</summary>
    public TickFilter(int symbols, TickFilterOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(symbols);
        _options = options ?? new TickFilterOptions();
        _symbols = Enumerable.Range(0, symbols).Select(_ => new SymbolFilter(_options.DuplicateWindow)).ToArray();
    }

    /// <summary>ATR of a symbol's complete bars, quote currency; NaN (as at first): not known, nothing is absurd.</summary>
    public void SetAtr(int symbol, double atr) => _symbols[symbol].Atr = atr;

    /// <summary>A price to measure the first tick against: the close of the last bar of history.</summary>
    public void SetLastPrice(int symbol, double price) => _symbols[symbol].Last = price;

    /// <summary>How often a verdict was given for a symbol.</summary>
    public long Count(int symbol, TickVerdict verdict) => _symbols[symbol].Counts[(int)verdict];

    /// <summary>How often a verdict was given.</summary>
    public long Count(TickVerdict verdict) => _symbols.Sum(s => s.Counts[(int)verdict]);

    /// <summary>Judges a tick and, if it is accepted, makes it the last price.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    /// <param name="tick">The tick.</param>
    public TickVerdict Check(int symbol, in Tick tick)
    {
        var state = _symbols[symbol];
        var verdict = Judge(state, tick);
        state.Counts[(int)verdict]++;
        if (verdict != TickVerdict.Accepted) return verdict;
        state.Last = tick.Price;
        state.Suspects = 0;
        return verdict;
    }

    private TickVerdict Judge(SymbolFilter state, in Tick tick)
    {
        if (!(tick.Price > 0) || !double.IsFinite(tick.Price) || tick.Spread < 0 || double.IsInfinity(tick.Spread)) return TickVerdict.NotPositive;

        // A repeat is no second witness of a jump, and an absurd tick must not make those after it late.
        if (state.Sequence.IsRepeat(tick)) return TickVerdict.Duplicate;
        if (IsFar(state, tick.Price, state.Last) && !IsConfirmed(state, tick)) return TickVerdict.Absurd;
        return state.Sequence.Take(tick, 0);
    }

    private bool IsConfirmed(SymbolFilter state, in Tick tick)
    {
        if (tick.Time < state.Sequence.Newest) return false;
        if (state.Suspects > 0 && tick == state.Suspect) return false;
        state.Suspects = state.Suspects > 0 && !IsFar(state, tick.Price, state.Suspect.Price) ? state.Suspects + 1 : 1;
        state.Suspect = tick;
        return state.Suspects >= _options.ConfirmJumpAfter;
    }

    private bool IsFar(SymbolFilter state, double price, double from) =>
        _options.MaxAtrMultiple > 0 && state.Atr > 0 && from > 0 && Prices.Above(Math.Abs(price - from), _options.MaxAtrMultiple * state.Atr);

    private sealed class SymbolFilter(int window)
    {
        public TickSequence Sequence { get; } = new(window);

        public long[] Counts { get; } = new long[Enum.GetValues<TickVerdict>().Length];

        public double Atr { get; set; } = double.NaN;

        public double Last { get; set; } = double.NaN;

        public Tick Suspect { get; set; }

        public int Suspects { get; set; }
    }
}
