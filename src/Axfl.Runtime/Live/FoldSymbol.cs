using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>What the live fold knows of one symbol besides the engine: its last price, its gap, bars that wait for history.</summary>
internal sealed class FoldSymbol(Instrument instrument, Interval interval)
{
    private readonly GapCounter _gapCounter = new(instrument, interval);
    private readonly AverageTrueRange _atr = new(14);

    public Instrument Instrument { get; } = instrument;

    /// <summary>The newest price; its time is long.MinValue before the first.</summary>
    public Tick LastTick { get; set; } = new(long.MinValue, double.NaN);

    /// <summary>Open time of the last complete bar; long.MinValue before the first.</summary>
    public long LastBar { get; private set; } = long.MinValue;

    /// <summary>ATR14 of the complete bars; NaN until defined.</summary>
    public double Atr => _atr.Value;

    /// <summary>Whether prices are missing now.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether the feed says that its price is old.</summary>
    public bool IsFeedStale { get; set; }

    /// <summary>Whether entries are refused for want of a fresh price.</summary>
    public bool IsStale { get; set; }

    /// <summary>From when on prices are missing that history has not given yet; long.MaxValue: none are.</summary>
    public long GapFrom { get; set; } = long.MaxValue;

    /// <summary>When prices came again; long.MaxValue while they are missing.</summary>
    public long GapUntil { get; set; } = long.MaxValue;

    /// <summary>The last price before the gap.</summary>
    public double GapPrice { get; set; } = double.NaN;

    /// <summary>Up to when history has been taken.</summary>
    public long RepairedUntil { get; set; } = long.MinValue;

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

    /// <summary>The gap is over: history gave what it had.</summary>
    public void CloseGap()
    {
        GapFrom = GapUntil = long.MaxValue;
        GapPrice = double.NaN;
    }
}
