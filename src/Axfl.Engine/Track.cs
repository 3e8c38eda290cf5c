using Axfl.Engine.Exits;
using Axfl.Engine.Fills;
using Axfl.Engine.Orders;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;

namespace Axfl.Engine;

/// <summary>One symbol of a sparse fold: where it is in its bars, and on which of them something may happen next.</summary>
internal sealed class Track
{
    private readonly Market _market;
    private readonly SharedBars _bars;
    private readonly Playback?[] _playbacks;
    private readonly bool _isDecidedByExtremes;
    private int _next, _due;
    private long _nextTime, _taken = long.MinValue;

    /// <summary>At the first bar.</summary>
    /// <param name="market">The symbol.</param>
    /// <param name="bars">Its bars.</param>
    /// <param name="playbacks">What its slots do, in plan order; null: one sees every bar.</param>
    /// <param name="isDecidedByExtremes">Whether nothing fills on a bar that reaches no level by its extremes.</param>
    public Track(Market market, SharedBars bars, Playback?[] playbacks, bool isDecidedByExtremes)
    {
        (_market, _bars, _playbacks, _isDecidedByExtremes) = (market, bars, playbacks, isDecidedByExtremes);
        _nextTime = TimeOf(0);
        market.Share(bars);
    }

    /// <summary>Open time of the bar that must be folded next, unix ms; long.MaxValue: none.</summary>
    public long DueTime { get; private set; }

    /// <summary>Open time of the last bar; long.MinValue without bars.</summary>
    public long LastTime => _bars.Count == 0 ? long.MinValue : _bars.Bars[^1].Time;

    /// <summary>Open time of the first bar at or after a time that is not folded or passed over; long.MaxValue: none.</summary>
    public long FirstTime(long time) => _nextTime >= time ? _nextTime : TimeOf(_bars.IndexAt(time, _next));

    /// <summary>Whether a position is open.</summary>
    public bool HasPosition => _market.OpenPositions > 0;

    /// <summary>Whether there is a bar of a time, not folded or passed over.</summary>
    public bool IsAt(long time) => FirstTime(time) == time;

    /// <summary>Whether the bar of a time was the last that was folded.</summary>
    public bool IsAfter(long time) => _taken == time;

    /// <summary>The bar of a time, to be folded; those before it are passed over.</summary>
    public StepBar Take(long time)
    {
        MoveBefore(time);
        _taken = time;
        var bar = _bars.At(_next, _market.Index);
        _nextTime = TimeOf(++_next);
        return bar;
    }

    /// <summary>Passes over all bars before a time: nothing happens on them but that positions live through them.</summary>
    public void MoveBefore(long time)
    {
        if (_nextTime >= time) return;
        var next = DueTime == time ? _due : _bars.IndexAt(time, _next);
        _nextTime = TimeOf(next);
        if (_market.OpenPositions > 0)
            foreach (var slot in _market.Slots)
                if (slot.HasPosition) LiveThrough(slot, next);
        _next = next;
        _market.MoveTo(next);
    }

    /// <summary>Finds the bar that must be folded next, by what the portfolio is now.</summary>
    public void Look()
    {
        _due = FirstLevel(FirstAction());
        DueTime = TimeOf(_due);
    }

    private long TimeOf(int index) => index < _bars.Count ? _bars.Bars[index].Time : long.MaxValue;

    private int FirstAction()
    {
        var first = _bars.Count;
        foreach (var playback in _playbacks) first = Math.Min(first, playback?.NextBar ?? _next);
        return first;
    }

    // The first bar before a limit on which an order or a position is concerned.
    private int FirstLevel(int limit)
    {
        var quiet = new QuietRange();
        var (due, isAny) = (long.MaxValue, false);
        foreach (var slot in _market.Slots)
        {
            if (slot.HasPending)
            {
                if (slot.Pending.IsMarket || slot.Pending.IsPassed) return Math.Min(_next, limit);
                quiet.Add(slot.Pending);
                due = Math.Min(due, OrderLifetime.DueAfter(slot.Pending, slot.Calendar.OpenUntil(_market.LastBarTime)));
                isAny = true;
            }

            if (!slot.HasPosition) continue;
            quiet.Add(slot.Position);
            due = Math.Min(due, ExitReasons.DueAfter(slot, _market.LastBarTime));
            isAny = true;
        }

        if (!isAny) return limit;
        var bars = _bars.Bars;
        for (var i = _next; i < limit; i++)
            if (!_isDecidedByExtremes || bars[i].Time >= due || quiet.IsLeftBy(bars[i])) return i;
        return limit;
    }

    private void LiveThrough(Slot slot, int until)
    {
        var bars = _bars.Bars;
        for (var i = _next; i < until; i++)
        {
            if (bars[i].Time < slot.Position.EntryTime) continue;
            slot.Position.BarsHeld++;
            slot.Position.Excursion.See(bars[i].High, bars[i].Low);
        }
    }
}
