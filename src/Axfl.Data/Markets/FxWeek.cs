using Axfl.Contracts;
using Axfl.Engine.State;

namespace Axfl.Data.Markets;

/// <summary>The FX week: open from Sunday 17:00 to Friday 17:00 New York. Asked with times that mostly ascend.</summary>
[NotState]
public sealed class FxWeek
{
    private const int Close = 17 * 60;
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private long _open = long.MaxValue;
    private long _close = long.MinValue;
    private long _next = long.MinValue;

    /// <summary>Whether the market is closed for the weekend at a time, unix ms.</summary>
    public bool IsClosed(long time)
    {
        if (time < _open || time >= _next) Find(time);
        return time >= _close;
    }

    /// <summary>When the market opens next for the week, unix ms, after a time.</summary>
    public long NextOpen(long time)
    {
        if (time < _open || time >= _next) Find(time);
        return _next;
    }

    /// <summary>The week of a time: when it opened, when it closes, when the next opens, unix ms.</summary>
    public (long Open, long Close, long Next) Of(long time)
    {
        if (time < _open || time >= _next) Find(time);
        return (_open, _close, _next);
    }

    /// <summary>The metals' rests of the day before, the day and the day after a time, unix ms, ends exclusive.</summary>
    public static (long Start, long End)[] Rests(long time)
    {
        var date = LocalTime.DateOf(NewYork, time);
        return [.. Enumerable.Range(date - 1, 3).Select(d => (LocalTime.ToUtc(NewYork, d, Close), LocalTime.ToUtc(NewYork, d, Close + 60)))];
    }

    /// <summary>Whether a time lies in the metals' daily rest, 17:00 to 18:00 New York.</summary>
    public static bool IsMetalsRest(long time)
    {
        var minutes = EventTime.ToDateTime(time).Add(NewYork.GetUtcOffset(EventTime.ToDateTime(time))).TimeOfDay.TotalMinutes;
        return minutes is >= Close and < Close + 60;
    }

    // The week (Sunday 17:00, Friday 17:00, next Sunday 17:00) a time lies in.
    private void Find(long time)
    {
        var date = LocalTime.DateOf(NewYork, time);
        var sunday = date - (date % 7 + 11) % 7;
        if (time < LocalTime.ToUtc(NewYork, sunday, Close)) sunday -= 7;
        _open = LocalTime.ToUtc(NewYork, sunday, Close);
        _close = LocalTime.ToUtc(NewYork, sunday + 5, Close);
        _next = LocalTime.ToUtc(NewYork, sunday + 7, Close);
    }
}
