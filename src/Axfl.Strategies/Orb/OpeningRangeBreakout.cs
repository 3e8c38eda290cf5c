using Axfl.Contracts;
using Axfl.Strategies.Common;

namespace Axfl.Strategies.Orb;

/// <summary>Opening range breakout: the first break of the range of the first minutes, after a retest, with the trend.</summary>
/// <remarks>After Toby Crabel, Day Trading with Short Term Price Patterns and Opening Range Breakout (1990).</remarks>
[Strategy("orb", "Opening range breakout: a break of the first minutes' range, retested, with the trend")]
public sealed class OpeningRangeBreakout : IStrategy
{
    private readonly OrbParameters _p;
    private readonly double _pip;
    private readonly long _interval;
    private readonly int _rangeBars;
    private readonly LocalDay _day;
    private readonly ExponentialAverage _fast = new(20);
    private readonly ExponentialAverage _slow = new(50);
    private long _rangeStart, _rangeEnd, _tradeUntil;
    private PriceRange _range;
    private bool _done, _brokeUp, _brokeDown, _retested;

    /// <summary>A fresh instance for one slot.</summary>
    public OpeningRangeBreakout(OrbParameters parameters, StrategySetup setup)
    {
        _p = parameters;
        _pip = setup.Instrument.Pip;
        _interval = setup.Interval.Milliseconds;
        _rangeBars = Math.Max(1, (int)Math.Ceiling((double)parameters.RangeMinutes / setup.Interval.Minutes));
        _day = new LocalDay(TimeZoneInfo.FindSystemTimeZoneById(parameters.Timezone));
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        if (_p.TrendFilter)
        {
            _fast.Add(bar.Close);
            _slow.Add(bar.Close);
        }

        if (_day.Roll(bar.Time)) StartDay();
        if (_done || bar.Time < _rangeStart) return;
        if (bar.Time < _rangeEnd) _range.Add(bar);
        else if (!IsRangeFit() || bar.Time >= _tradeUntil) _done = true;
        else LookForEntry(bar, desk);
    }

    private void StartDay()
    {
        _rangeStart = _day.At(_p.RangeStart);
        _rangeEnd = _rangeStart + Math.Max(_p.RangeMinutes * EventTime.Minute, _interval);
        _tradeUntil = _day.At(_p.TradeUntil);
        _range.Clear();
        _done = _brokeUp = _brokeDown = _retested = false;
    }

    private bool IsRangeFit() => _range.Bars == _rangeBars && !Prices.Below(_range.Size, _p.MinRangePips * _pip);

    private void LookForEntry(in Bar bar, IOrderDesk desk)
    {
        if (!_brokeUp && !_brokeDown)
        {
            _brokeUp = Prices.AtLeast(bar.High - _range.High, _p.BreakPips * _pip);
            _brokeDown = !_brokeUp && Prices.AtLeast(_range.Low - bar.Low, _p.BreakPips * _pip);
            if (!_brokeUp && !_brokeDown) return;
        }

        if (!_retested)
        {
            var tolerance = _p.RetestTolPips * _pip;
            _retested = !_p.Retest || (_brokeUp ? Prices.AtMost(bar.Low, _range.High + tolerance) : Prices.AtLeast(bar.High, _range.Low - tolerance));
            if (!_retested) return;
        }

        if (_brokeUp ? !Prices.Above(bar.Close, _range.High) : !Prices.Below(bar.Close, _range.Low)) return;
        _done = true;
        if (_p.TrendFilter && !IsWithTrend()) return;
        var side = _brokeUp ? Side.Long : Side.Short;
        var stop = _brokeUp ? _range.Low - _p.BufferPips * _pip : _range.High + _p.BufferPips * _pip;
        desk.Place(new EntryOrder(
            side, EntryType.Market, bar.Close, stop, TargetPrice.Of(side, bar.Close, stop, _p.TargetR), Tag: _brokeUp ? "break_up" : "break_down"));
    }

    private bool IsWithTrend() =>
        !double.IsNaN(_slow.Value) && (_brokeUp ? Prices.Above(_fast.Value, _slow.Value) : Prices.Below(_fast.Value, _slow.Value));
}
