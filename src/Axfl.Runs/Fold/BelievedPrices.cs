using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Providers.Common.Streaming;

namespace Axfl.Runs.Fold;

/// <summary>Which prices are believed: by <see cref="PriceGuard"/>, and in journals of the older rules by <see cref="TickFilter"/>.</summary>
/// <param name="instruments">Symbols in plan order.</param>
/// <param name="live">Limits.</param>
/// <param name="rules">By which rules: see <see cref="Journal.JournalStart.NewestRules"/>.</param>
internal sealed class BelievedPrices(IReadOnlyList<Instrument> instruments, LivePlan live, int rules)
{
    private readonly PriceGuard _guard = new(instruments, live);
    private readonly TickFilter _filter = new(instruments.Count, new TickFilterOptions { MaxAtrMultiple = live.MaxTickAtr });

    /// <summary>Judges a price.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="tick">The price.</param>
    /// <param name="believed">Becomes what is believed now: the price, after those that were held until it agreed with them.</param>
    public TickVerdict Take(int symbol, in Tick tick, List<Tick> believed)
    {
        if (rules >= 2) return _guard.Take(symbol, tick, believed);
        believed.Clear();
        var verdict = _filter.Check(symbol, tick);
        if (verdict == TickVerdict.Accepted) believed.Add(tick);
        return verdict;
    }

    /// <summary>A bar of a symbol is complete.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="atr">Its ATR14; NaN until defined.</param>
    public void SetAtr(int symbol, double atr)
    {
        _filter.SetAtr(symbol, atr);
        _guard.SetAtr(symbol, atr);
    }

    /// <summary>The newest price known of a symbol is a close.</summary>
    public void SetLast(int symbol, double close, long time)
    {
        _filter.SetLastPrice(symbol, close);
        _guard.SetLast(symbol, close, time);
    }

    /// <summary>Prices of a symbol that are held, and not yet believed.</summary>
    public IReadOnlyList<Tick> Held(int symbol) => _guard.Held(symbol);

    /// <summary>What the next price of a symbol is compared with: the last one, or a close of history; NaN: nothing.</summary>
    public double Last(int symbol) => _guard.Last(symbol);

    /// <summary>How many prices of a symbol had a verdict.</summary>
    public long Count(int symbol, TickVerdict verdict) => _filter.Count(symbol, verdict) + _guard.Count(symbol, verdict);
}
