using Axfl.Contracts;
using Axfl.Strategies.Common;

namespace Axfl.Strategies.Lsg;

/// <summary>Liquidity sweep and grab: equal highs or lows of the night are swept, structure breaks the other way, the trade follows the reversal.</summary>
[Strategy("lsg", "Liquidity sweep and grab: equal highs or lows of the night swept, then a break of structure the other way")]
public sealed class LiquiditySweepGrab : IStrategy
{
    private const int LeastNightBars = 10;

    private enum Step { Levels, Sweep, Break, Confirm, SecondMove, Done }

    private readonly LsgParameters _p;
    private readonly double _pip;
    private readonly LocalDay _day;
    private readonly Swings _swings = new();
    private readonly EqualLevels _highs = new(), _lows = new();
    private long _dayStart, _start, _end;
    private int _nightBars;
    private double _lastSwingHigh, _lastSwingLow, _highLevel, _lowLevel, _trigger;
    private Sweep _sweep;
    private Step _step;

    /// <summary>A fresh instance for one slot.</summary>
    public LiquiditySweepGrab(LsgParameters parameters, StrategySetup setup)
    {
        _p = parameters;
        _pip = setup.Instrument.Pip;
        _day = new LocalDay(TimeZoneInfo.FindSystemTimeZoneById(parameters.Timezone));
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        if (_day.Roll(bar.Time)) StartDay();
        if (_step == Step.Levels && bar.Time >= _start) FindLevels();
        NoteSwings(bar);
        if (bar.Time < _start)
        {
            _nightBars++;
            return;
        }

        if (_step == Step.Done || bar.Time >= _end) return;
        Advance(bar, desk);
    }

    private void StartDay()
    {
        _dayStart = _day.At(new TimeOfDay(0));
        _start = _day.At(_p.SessionStart);
        _end = _day.At(_p.SessionEnd);
        _nightBars = 0;
        _highs.Clear();
        _lows.Clear();
        _lastSwingHigh = _lastSwingLow = double.NaN;
        _sweep.Forget();
        _step = Step.Levels;
    }

    private void FindLevels()
    {
        var enough = _nightBars >= LeastNightBars;
        _highLevel = enough ? _highs.Level(_p.TolPips * _pip, _p.MinClusterCount) : double.NaN;
        _lowLevel = enough ? _lows.Level(_p.TolPips * _pip, _p.MinClusterCount) : double.NaN;
        _step = double.IsNaN(_highLevel) && double.IsNaN(_lowLevel) ? Step.Done : Step.Sweep;
    }

    // A swing is known at the close of the second bar after it: this one. It counts for the levels when its five bars are of this night.
    private void NoteSwings(in Bar bar)
    {
        _swings.Add(bar);
        if (!_swings.IsHigh && !_swings.IsLow) return;
        var middle = _swings.Middle;
        if (middle.Time < _dayStart) return;
        var ofNight = _swings.FirstTime >= _dayStart && bar.Time < _start;
        if (_swings.IsHigh)
        {
            _lastSwingHigh = middle.High;
            if (ofNight) _highs.Add(middle.High);
        }

        if (_swings.IsLow)
        {
            _lastSwingLow = middle.Low;
            if (ofNight) _lows.Add(middle.Low);
        }
    }

    private void Advance(in Bar bar, IOrderDesk desk)
    {
        if (_step == Step.Sweep)
        {
            LookForSweep(bar);
            return;
        }

        _sweep.Follow(bar);
        if (_step is Step.Break or Step.Confirm && _sweep.IsLate(bar))
        {
            _sweep.Forget();
            _step = Step.Sweep;
        }
        else if (_step == Step.Break)
        {
            if (BreaksStructure(bar)) _step = Step.Confirm;
        }
        else if (_step == Step.Confirm)
        {
            if (!Confirms(bar)) return;
            _trigger = _sweep.OfHighs ? bar.Low : bar.High;
            if (_p.SecondMoveOnly) _step = Step.SecondMove;
            else PlaceOrder(desk);
        }
        else if (_sweep.OfHighs ? Prices.Below(bar.Low, _trigger) : Prices.Above(bar.High, _trigger)) PlaceOrder(desk);
    }

    // A comparison with a level that does not exist (NaN) is false.
    private void LookForSweep(in Bar bar)
    {
        var distance = _p.SweepPips * _pip;
        if (Prices.AtLeast(bar.High - _highLevel, distance)) _sweep.Start(bar, ofHighs: true, _p.ReentryWindowMinutes);
        else if (Prices.AtLeast(_lowLevel - bar.Low, distance)) _sweep.Start(bar, ofHighs: false, _p.ReentryWindowMinutes);
        else return;
        _step = _p.BosRequired ? Step.Break : Step.Confirm;
    }

    private bool BreaksStructure(in Bar bar) => _sweep.OfHighs
        ? Prices.Below(bar.Close, _lastSwingLow - _p.BosBufferPips * _pip)
        : Prices.Above(bar.Close, _lastSwingHigh + _p.BosBufferPips * _pip);

    private bool Confirms(in Bar bar) => _sweep.OfHighs
        ? Prices.Below(bar.Close, _highLevel) && (!_p.ConfirmBodyRequired || Prices.Below(bar.Close, bar.Open))
        : Prices.Above(bar.Close, _lowLevel) && (!_p.ConfirmBodyRequired || Prices.Above(bar.Close, bar.Open));

    private void PlaceOrder(IOrderDesk desk)
    {
        _step = Step.Done;
        var side = _sweep.OfHighs ? Side.Short : Side.Long;
        var stop = _sweep.Extreme - (int)side * _p.BufferPips * _pip;
        desk.Place(new EntryOrder(
            side, EntryType.Stop, _trigger, stop, TargetPrice.Of(side, _trigger, stop, _p.TargetR), _end, _sweep.OfHighs ? "high_sweep" : "low_sweep"));
    }
}
