using Axfl.Contracts;
using Axfl.Engine.State;

namespace Axfl.Data.Markets;

/// <summary>
/// When a symbol trades: Sunday 17:00 to Friday 17:00 New York; metals rest 17:00 to 18:00 New York daily besides. Asked with times that mostly ascend.
/// </summary>
/// <param name="instrument">Symbol; null: unknown, taken as no metal.</param>
[NotState]
public sealed class TradingHours(Instrument? instrument)
{
    private readonly FxWeek _week = new();
    private readonly bool _rests = Metals.Is(instrument);
    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private bool _open;

    /// <summary>Whether a time (unix ms) lies inside trading hours.</summary>
    public bool IsOpen(long time)
    {
        if (time < _from || time >= _to) Find(time);
        return _open;
    }

    /// <summary>When trading next begins or ends after a time, unix ms.</summary>
    public long NextChange(long time)
    {
        if (time < _from || time >= _to) Find(time);
        return _to;
    }

    /// <summary>Open times of bars from a time on, every interval, up to another (inclusive), that lie inside trading hours.</summary>
    /// <param name="from">First open time, unix ms.</param>
    /// <param name="last">Last open time at the most.</param>
    /// <param name="interval">Bar length.</param>
    /// <param name="first">The first of them; <paramref name="last"/> when there is none.</param>
    public long Bars(long from, long last, Interval interval, out long first)
    {
        var count = 0L;
        first = last;
        for (var t = from; t <= last;)
        {
            var isOpen = IsOpen(t);
            var bars = (Math.Min(last, NextChange(t) - 1) - t) / interval.Milliseconds + 1;
            if (isOpen && count == 0) first = t;
            if (isOpen) count += bars;
            t += bars * interval.Milliseconds;
        }

        return count;
    }

    private void Find(long time)
    {
        var (open, close, next) = _week.Of(time);
        (_open, _from, _to) = time >= close ? (false, close, next) : (true, open, close);
        if (!_open || !_rests) return;
        foreach (var (start, end) in FxWeek.Rests(time))
        {
            if (time >= start && time < end) (_open, _from, _to) = (false, start, end);
            else if (end <= time) _from = Math.Max(_from, end);
            else if (_open) _to = Math.Min(_to, start);
        }
    }
}
