using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.State;

namespace Axfl.Engine.Sessions;

/// <summary>The times at which a window is open, one after the other. Asked with times that mostly ascend; a cached answer costs two comparisons.</summary>
/// <param name="window">The window.</param>
[NotState]
public sealed class WindowTimes(SessionWindow window)
{
    // Every week has one; a window that daylight saving leaves empty is none.
    private const int DaysAhead = 16;

    private long _from = long.MaxValue;
    private long _start = long.MaxValue, _end = long.MinValue;

    /// <summary>The first time (unix ms, its end exclusive) at which it is open that ends after a time; long.MaxValue for both: it never is.</summary>
    public (long Start, long End) EndingAfter(long time)
    {
        time = Math.Max(time, EventTime.Earliest);
        if (time < _from || time >= _end) Find(time);
        return (_start, _end);
    }

    private void Find(long time)
    {
        (_from, _start, _end) = (time, long.MaxValue, long.MaxValue);
        var date = LocalTime.DateOf(window.Zone, time);
        for (var d = date - 2; d <= date + DaysAhead; d++)
        {
            if (!SessionCalendar.StartsOn(window, d)) continue;
            var start = LocalTime.ToUtc(window.Zone, d, window.Start.Minutes);
            var end = LocalTime.ToUtc(window.Zone, window.End.Minutes < window.Start.Minutes ? d + 1 : d, window.End.Minutes);
            if (end <= time || start >= end) continue;
            (_start, _end) = (start, end);
            return;
        }
    }
}
