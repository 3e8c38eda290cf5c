using Axfl.Contracts;
using Axfl.Engine.Calendars;
using Axfl.Engine.Plan;
using Axfl.Engine.State;

namespace Axfl.Engine.Portfolio;

/// <summary>One symbol as the engine sees it: its bar in hand, its spreads, its last close, its ATR.</summary>
internal sealed class Market
{
    private readonly double _configuredSpread, _spreadFactor;
    private readonly bool _measured;
    private readonly long _interval;
    private long _seenUntil = long.MinValue;
    private readonly AverageTrueRange _atr = NewAtr();
    private readonly List<long> _begun = [];

    // In a run over shared bars: those of the symbol, and how many of them are complete.
    [NotState]
    private SharedBars? _shared;
    [NotState]
    private int _complete;

    public Market(int index, SymbolPlan plan, bool measuredSpread, Interval interval)
    {
        Index = index;
        BarLength = _interval = interval.Milliseconds;
        Instrument = plan.Instrument;
        _spreadFactor = plan.SpreadFactor;
        SlippageFactor = plan.SlippageFactor;
        _configuredSpread = plan.SpreadPips * plan.Instrument.Pip * _spreadFactor;
        _measured = measuredSpread;
        OpenSpread = CloseSpread = LastCloseSpread = _configuredSpread;
        SpreadInForce = measuredSpread ? double.NaN : _configuredSpread;
    }

    /// <summary>Place in the plan.</summary>
    public int Index { get; }

    public Instrument Instrument { get; }

    /// <summary>What slippage is multiplied by.</summary>
    public double SlippageFactor { get; }

    /// <summary>The events that cover it; null: the plan has no news.</summary>
    public NewsTimes? News { get; init; }

    /// <summary>The events before which its positions are closed; null: there are none.</summary>
    public FlatTimes? NewsFlat { get; init; }

    /// <summary>The blackouts in which its positions are closed; null: there are none.</summary>
    public FlatTimes? BlackoutFlat { get; init; }

    /// <summary>Whether there are times at which its positions are closed.</summary>
    public bool HasFlatTimes => NewsFlat is not null || BlackoutFlat is not null;

    /// <summary>The ranges of its last days; null: nobody asks for them.</summary>
    public DayRanges? Days { get; init; }

    /// <summary>Factor of the trading day on the risk of its trades.</summary>
    public double Parity { get; set; } = 1;

    /// <summary>How long the bar in hand is, ms: a tick is a bar of one.</summary>
    public long BarLength { get; private set; }

    /// <summary>End of what has been seen of the symbol's prices, unix ms; long.MinValue before the first. Where there are ticks, bars made of them tell nothing new.</summary>
    public long SeenUntil => _seenUntil != long.MinValue ? _seenUntil : LastBarTime == long.MinValue ? long.MinValue : LastBarTime + _interval;

    /// <summary>Slots in plan order; set by who makes them.</summary>
    public Slot[] Slots { get; set; } = [];

    /// <summary>Open time of the last complete bar, unix ms; long.MinValue before the first.</summary>
    public long LastBarTime { get; private set; } = long.MinValue;

    /// <summary>Close of the last complete bar; NaN before the first.</summary>
    public double Close { get; private set; } = double.NaN;

    /// <summary>ATR14 over complete bars; NaN until defined.</summary>
    public double Atr => _shared is null ? _atr.Value : _complete == 0 ? double.NaN : _shared.Atr(_complete - 1);

    /// <summary>The greatest ATR14 of all bars of a run over shared ones; NaN when none has one, infinite when bars come one by one.</summary>
    public double MostAtr => _shared?.MostAtr ?? double.PositiveInfinity;

    /// <summary>Spread at the open of the bar in hand (or of the tick), quote currency.</summary>
    public double OpenSpread { get; private set; }

    /// <summary>Spread at the close of the bar in hand.</summary>
    public double CloseSpread { get; private set; }

    /// <summary>Spread at the close of the last complete bar: what a position is marked with.</summary>
    public double LastCloseSpread { get; private set; }

    /// <summary>Spread of the last complete bar's close in a replay, of the last tick live; NaN: measured and not known yet.</summary>
    public double SpreadInForce { get; set; }

    /// <summary>Spread for fills inside the bar in hand.</summary>
    public double InsideSpread => Math.Max(OpenSpread, CloseSpread);

    /// <summary>Positions open on this symbol.</summary>
    public int OpenPositions { get; set; }

    public Staleness Staleness { get; } = new();

    /// <summary>The average true range of slippage: Wilder's over 14 bars.</summary>
    public static AverageTrueRange NewAtr() => new(14);

    /// <summary>From now on what is computed from bars alone is read from shared ones.</summary>
    public void Share(SharedBars bars) => _shared = bars;

    /// <summary>As it is when so many of the shared bars are complete, whatever happened to the portfolio on those passed over.</summary>
    public void MoveTo(int complete)
    {
        if (complete == _complete) return;
        var last = complete - 1;
        if (Days is { } days)
            foreach (ref readonly var passed in _shared!.Bars[_complete..complete]) days.Take(passed);
        ref readonly var bar = ref _shared!.Bars[last];
        _complete = complete;
        OpenSpread = Spread(_shared.OpenSpread(last));
        CloseSpread = LastCloseSpread = SpreadInForce = Spread(_shared.CloseSpread(last));
        Close = bar.Close;
        LastBarTime = bar.Time;
    }

    /// <summary>Live: prices of the symbol have been seen up to a time, unix ms, exclusive.</summary>
    public void See(long until) => _seenUntil = Math.Max(_seenUntil, until);

    public void Take(in StepBar bar)
    {
        BarLength = _interval;
        OpenSpread = Spread(bar.OpenSpread);
        CloseSpread = Spread(bar.CloseSpread);
        Staleness.OfBar = bar.Backfilled;
    }

    public void Take(in Tick tick)
    {
        BarLength = 1;
        OpenSpread = CloseSpread = SpreadInForce = Spread(tick.Spread);
        Staleness.OfBar = false;
    }

    /// <summary>A smaller bar of the bar in hand, which is walked now.</summary>
    public void Take(in InnerBar bar)
    {
        OpenSpread = Spread(bar.OpenSpread);
        CloseSpread = Spread(bar.CloseSpread);
    }

    /// <summary>Fills happen inside a bar that is not complete: it counts for the positions that outlive its open.</summary>
    public void BeginBar(long time)
    {
        if (time > LastBarTime && (_begun.Count == 0 || _begun[^1] < time)) _begun.Add(time);
    }

    /// <summary>Bars begun and not complete with from &lt;= open time &lt; until.</summary>
    public int BarsBegun(long from, long until)
    {
        var count = 0;
        foreach (var time in _begun)
            if (time >= from && time < until) count++;
        return count;
    }

    public void Complete(in Bar bar)
    {
        if (_shared is null) _atr.Add(bar);
        else _complete++;
        Days?.Take(bar);
        Close = bar.Close;
        LastBarTime = bar.Time;
        LastCloseSpread = CloseSpread;
        while (_begun.Count > 0 && _begun[0] <= bar.Time) _begun.RemoveAt(0);
    }

    // A crossed quote is no gift: its spread is 0.
    private double Spread(double measured) => _measured && !double.IsNaN(measured) ? Math.Max(0, measured) * _spreadFactor : _configuredSpread;
}
