using Axfl.Contracts;
using Axfl.Strategies.Common;

namespace Axfl.Strategies.Arls;

/// <summary>Asia range liquidity sweep: London runs beyond the night's range and comes back; the trade follows it back.</summary>
[Strategy("arls", "Asia range liquidity sweep: a run beyond the night's range that comes back inside")]
public sealed class AsiaRangeSweep : IStrategy
{
    private readonly ArlsParameters _p;
    private readonly double _pip;
    private readonly int _minutes;
    private readonly LocalDay _day;
    private readonly AverageTrueRange _atr = new(14);
    private long _rangeStart, _rangeEnd, _tradeUntil;
    private bool _done;
    private PriceRange _range;
    private Sweep _sweep;

    /// <summary>A fresh instance for one slot.</summary>
    public AsiaRangeSweep(ArlsParameters parameters, StrategySetup setup)
    {
        _p = parameters;
        _pip = setup.Instrument.Pip;
        _minutes = setup.Interval.Minutes;
        _day = new LocalDay(TimeZoneInfo.FindSystemTimeZoneById(parameters.Timezone));
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        if (_p.UseAtrConfirm) _atr.Add(bar);
        if (_day.Roll(bar.Time)) StartDay();
        if (bar.Time >= _rangeStart && bar.Time < _rangeEnd) _range.Add(bar);
        else if (!_done && bar.Time >= _rangeEnd && bar.Time < _tradeUntil) Trade(bar, desk);
    }

    private void StartDay()
    {
        _rangeStart = _day.At(_p.RangeStart);
        _rangeEnd = _day.At(_p.RangeEnd);
        _tradeUntil = _day.At(_p.TradeUntil);
        _range.Clear();
        _done = false;
        _sweep.Forget();
    }

    private void Trade(in Bar bar, IOrderDesk desk)
    {
        if (_range.Bars * _minutes < _p.MinBars * 5 || Prices.Below(_range.Size, _p.MinRangePips * _pip)) _done = true;
        else if (!_sweep.Active) LookForSweep(bar);
        else if (_sweep.IsLate(bar)) _sweep.Forget();
        else LookForReentry(bar, desk);
    }

    private void LookForSweep(in Bar bar)
    {
        if (IsSweep(bar.High - _range.High)) _sweep.Start(bar, ofHighs: true, _p.ReentryWindowMinutes);
        else if (IsSweep(_range.Low - bar.Low)) _sweep.Start(bar, ofHighs: false, _p.ReentryWindowMinutes);
    }

    private bool IsSweep(double distance) =>
        Prices.AtLeast(distance, _p.SweepPips * _pip) && (!_p.UseAtrConfirm || Prices.AtLeast(distance, _atr.Value * _p.AtrMultiplier));

    private void LookForReentry(in Bar bar, IOrderDesk desk)
    {
        _sweep.Follow(bar);
        var reentered = _sweep.OfHighs
            ? Prices.Below(bar.Close, _range.High) && Prices.Below(bar.Close, bar.Open)
            : Prices.Above(bar.Close, _range.Low) && Prices.Above(bar.Close, bar.Open);
        if (!reentered) return;
        _done = true;
        var side = _sweep.OfHighs ? Side.Short : Side.Long;
        var stop = _sweep.Extreme - (int)side * _p.BufferPips * _pip;
        desk.Place(new EntryOrder(
            side, EntryType.Market, bar.Close, stop, TargetPrice.Of(side, bar.Close, stop, _p.TargetR), Tag: _sweep.OfHighs ? "high_sweep" : "low_sweep"));
    }
}
