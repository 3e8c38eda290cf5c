using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>One symbol as the engine sees it: its bar in hand, its last close, its ATR, what a unit of its quote currency is worth.</summary>
internal sealed class Market
{
    private readonly double _configuredSpread;
    private readonly bool _measured;
    private readonly AverageTrueRange _atr = new(14);

    public Market(SymbolPlan plan, bool measuredSpread)
    {
        Instrument = plan.Instrument;
        _configuredSpread = plan.SpreadPips * plan.Instrument.Pip;
        _measured = measuredSpread;
        OpenSpread = CloseSpread = _configuredSpread;
    }

    public Instrument Instrument { get; }

    /// <summary>Slots in plan order; set once by the state that makes them.</summary>
    public Slot[] Slots { get; set; } = [];

    public QuoteValue QuoteValue { get; set; } = QuoteValue.Unity;

    /// <summary>Open time of the last complete bar, unix ms; long.MinValue before the first.</summary>
    public long LastBarTime { get; private set; } = long.MinValue;

    /// <summary>Close of the last complete bar; NaN before the first.</summary>
    public double Close { get; private set; } = double.NaN;

    /// <summary>ATR14 over complete bars; NaN until defined.</summary>
    public double Atr => _atr.Value;

    /// <summary>Spread at the open of the bar in hand (or of the tick), quote currency.</summary>
    public double OpenSpread { get; private set; }

    /// <summary>Spread at the close of the bar in hand.</summary>
    public double CloseSpread { get; private set; }

    /// <summary>Spread for fills inside the bar in hand.</summary>
    public double InsideSpread => Math.Max(OpenSpread, CloseSpread);

    /// <summary>Positions open on this symbol.</summary>
    public int OpenPositions { get; set; }

    /// <summary>Whether its price is old: entries are refused.</summary>
    public bool IsStale => Backfilled || FeedStale;

    /// <summary>Whether the feed has no fresh price.</summary>
    public bool FeedStale { get; set; }

    /// <summary>Whether the bar in hand was fetched after the fact.</summary>
    public bool Backfilled { get; private set; }

    public void Take(in StepBar bar)
    {
        OpenSpread = Spread(bar.OpenSpread);
        CloseSpread = Spread(bar.CloseSpread);
        Backfilled = bar.Backfilled;
    }

    public void Take(in Tick tick)
    {
        OpenSpread = CloseSpread = Spread(tick.Spread);
        Backfilled = false;
    }

    public void Complete(in Bar bar)
    {
        _atr.Add(bar);
        Close = bar.Close;
        LastBarTime = bar.Time;
    }

    private double Spread(double measured) => _measured && !double.IsNaN(measured) ? measured : _configuredSpread;
}
