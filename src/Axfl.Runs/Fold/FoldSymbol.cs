using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Bars;

namespace Axfl.Runs.Fold;

/// <summary>
/// What is known of one symbol live besides the engine: its last price, when it was stamped and received, whether it is fresh and why not, its gap, bars
/// that wait for history. The one place of it: the status, the gates, what is done about silence and the run's files all ask here.
/// </summary>
internal sealed class FoldSymbol(Instrument instrument, Interval interval)
{
    private readonly GapCounter _gapCounter = new(instrument, interval);
    private readonly AverageTrueRange _atr = new(14);

    public Instrument Instrument { get; } = instrument;

    /// <summary>The newest price; its time is long.MinValue before the first.</summary>
    public Tick LastTick { get; set; } = new(long.MinValue, double.NaN);

    /// <summary>When the newest price was received, unix ms; long.MinValue before the first, and where the journal of an older version does not say.</summary>
    public long Received { get; set; } = long.MinValue;

    /// <summary>Since when there is no newer accepted price, by its stamp and not later than its receipt, unix ms; long.MinValue before the first, and by rules 1.</summary>
    public long FreshAt { get; set; } = long.MinValue;

    /// <summary>Up to when silence was normal, unix ms; long.MinValue: it never was.</summary>
    public long QuietUntil { get; set; } = long.MinValue;

    /// <summary>Whether no accepted price is young enough in an open market.</summary>
    public bool IsOld { get; set; }

    /// <summary>Why the provider gives no prices of it: refused, or not tradeable; null: it gives them.</summary>
    public string? Muted { get; set; }

    /// <summary>Whether a price of the feed was ever accepted.</summary>
    public bool IsPriced => LastTick.Time != long.MinValue;

    /// <summary>Open time of the last complete bar; long.MinValue before the first.</summary>
    public long LastBar { get; private set; } = long.MinValue;

    /// <summary>ATR14 of the complete bars; NaN until defined.</summary>
    public double Atr => _atr.Value;

    /// <summary>Whether prices are missing now.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether the feed says that its price is old.</summary>
    public bool IsFeedStale { get; set; }

    /// <summary>Whether entries are blocked because no fresh price is available.</summary>
    public bool IsStale { get; set; }

    /// <summary>From when on prices are missing that history has not given yet; long.MaxValue: none are.</summary>
    public long GapFrom { get; set; } = long.MaxValue;

    /// <summary>When prices came again; long.MaxValue while they are missing.</summary>
    public long GapUntil { get; set; } = long.MaxValue;

    /// <summary>The last price before the gap.</summary>
    public double GapPrice { get; set; } = double.NaN;

    /// <summary>Up to when history has been taken.</summary>
    public long RepairedUntil { get; set; } = long.MinValue;

    /// <summary>Whether history has given once what it had.</summary>
    public bool HasAskedHistory { get; set; }

    /// <summary>Bars that closed after the gap began and wait for history, ascending.</summary>
    public List<BuiltBar> Held { get; } = [];

    public long Bars { get; private set; }

    public long Gaps { get; private set; }

    /// <summary>A bar is complete.</summary>
    public void Complete(in Bar bar)
    {
        _atr.Add(bar);
        LastBar = bar.Time;
        Bars++;
        if (_gapCounter.Next(bar.Time) > 0) Gaps++;
    }

    /// <summary>How old its price is, for a person.</summary>
    public string WhyOld(long now) => !IsPriced
        ? "no price yet"
        : string.Create(CultureInfo.InvariantCulture, $"no price younger than {Math.Max(0, now - (FreshAt == long.MinValue ? LastTick.Time : FreshAt)) / 1000.0:0} s");

    /// <summary>What is known of its price.</summary>
    public PriceSnapshot Snapshot(long now)
    {
        var half = LastTick.Spread / 2;
        var why = !IsStale ? null : Muted ?? WhyOld(now);
        return IsPriced
            ? new PriceSnapshot(Instrument.Symbol, LastTick.Price, Known(LastTick.Price - half), Known(LastTick.Price + half), LastTick.Time, Received == long.MinValue ? null : Received, !IsStale, why)
            : new PriceSnapshot(Instrument.Symbol, null, null, null, null, null, !IsStale, why);
    }

    private static double? Known(double price) => double.IsNaN(price) ? null : price;

    /// <summary>The gap is over: history gave what it had.</summary>
    public void CloseGap()
    {
        GapFrom = GapUntil = long.MaxValue;
        GapPrice = double.NaN;
    }
}
