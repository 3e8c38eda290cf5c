using Axfl.Engine;

namespace Axfl.Runs.Fold;

/// <summary>Whether entries may be taken at the price of a symbol: it is stale when the feed says so, or when no newer one has come for longer than allowed.</summary>
/// <param name="engine">Is told.</param>
/// <param name="symbols">What is known of each symbol.</param>
/// <param name="hours">When silence is normal.</param>
/// <param name="staleAfter">How long a price is good for, ms.</param>
/// <param name="rules">By which rules: see <see cref="Journal.JournalStart.NewestRules"/>.</param>
internal sealed class Freshness(PortfolioEngine engine, FoldSymbol[] symbols, MarketHours hours, long staleAfter, int rules)
{
    /// <summary>Judges a symbol at a time, unix ms; long.MinValue: before the first input.</summary>
    public void Judge(int symbol, long now)
    {
        var state = symbols[symbol];
        if (rules < 2)
        {
            var isOld = state.LastTick.Time == long.MinValue || now - state.LastTick.Time > staleAfter;
            Set(symbol, state.IsFeedStale || (state.IsLost && isOld));
            return;
        }

        var isQuiet = now != long.MinValue && hours.IsQuiet(state.Instrument.Symbol, now);
        if (isQuiet) state.QuietUntil = Math.Max(state.QuietUntil, now);
        state.IsOld = !isQuiet && IsOldAt(state, now);
        Set(symbol, state.IsOld || state.IsFeedStale);
    }

    /// <summary>Whether the price of a symbol has become too old since it was last judged.</summary>
    public bool IsDue(long now)
    {
        foreach (var state in symbols)
            if (!state.IsOld && IsOldAt(state, now) && !hours.IsQuiet(state.Instrument.Symbol, now)) return true;
        return false;
    }

    /// <summary>Says that a symbol is stale, or fresh.</summary>
    public void Set(int symbol, bool stale)
    {
        symbols[symbol].IsStale = stale;
        engine.SetStale(symbol, stale);
    }

    private bool IsOldAt(FoldSymbol state, long now) =>
        Math.Max(state.FreshAt, state.QuietUntil) is var since && (since == long.MinValue || now - since >= staleAfter);
}
