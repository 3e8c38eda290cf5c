using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Engine.Sessions;

/// <summary>Whether a time lies in any of a slot's windows. Asked with times that mostly ascend; a cached answer costs two comparisons.</summary>
/// <param name="windows">Windows, at least one.</param>
public sealed class SessionCalendar(IReadOnlyList<SessionWindow> windows)
{
    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private bool _open;

    /// <summary>Whether a time (unix ms) is in session.</summary>
    public bool IsOpen(long time)
    {
        if (time < _from || time >= _to) Resolve(time);
        return _open;
    }

    /// <summary>End (unix ms, exclusive) of the session a time lies in, or the next start when it lies in none within three days.</summary>
    public long NextChange(long time)
    {
        if (time < _from || time >= _to) Resolve(time);
        return _to;
    }

    /// <summary>Until when (unix ms, exclusive) a time's session lasts for certain; long.MinValue: the time is in none.</summary>
    internal long OpenUntil(long time) => IsOpen(time) ? _to : long.MinValue;

    // The windows that start on the local dates around the time; the answer holds from the last boundary at or before it to the next after it.
    private void Resolve(long time)
    {
        _open = false;
        _from = time - EventTime.Day;
        _to = time + EventTime.Day;
        foreach (var window in windows)
        {
            var date = LocalTime.DateOf(window.Zone, time);
            for (var d = date - 2; d <= date + 2; d++)
            {
                if (!StartsOn(window, d)) continue;
                var start = LocalTime.ToUtc(window.Zone, d, window.Start.Minutes);
                var crosses = window.End.Minutes < window.Start.Minutes;
                var end = LocalTime.ToUtc(window.Zone, crosses ? d + 1 : d, window.End.Minutes);
                Narrow(time, start);
                Narrow(time, end);
                if (time >= start && time < end) _open = true;
            }
        }
    }

    private void Narrow(long time, long boundary)
    {
        if (boundary <= time) _from = Math.Max(_from, boundary);
        else _to = Math.Min(_to, boundary);
    }

    /// <summary>Whether a window opens on a local date.</summary>
    internal static bool StartsOn(SessionWindow window, int date) =>
        window.Days.Contains((DayOfWeek)((date % 7 + 11) % 7)) && !window.Holidays.Contains(date);
}
