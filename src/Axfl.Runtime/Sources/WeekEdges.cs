using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>When the weeks of a file open, and what that says of its time zone: true FX weeks open on Sunday 17:00 New York.</summary>
internal sealed class WeekEdges
{
    private const long LongestNight = 30 * 60 * EventTime.Minute;

    private readonly FxWeek _week = new();
    private readonly Dictionary<long, int> _shifts = [];
    private long _last = long.MinValue;

    /// <summary>Bars inside the closed weekend.</summary>
    public long WeekendBars { get; private set; }

    /// <summary>Takes the time of one bar.</summary>
    public void Take(long time)
    {
        if (_week.IsClosed(time)) WeekendBars++;
        if (_last != long.MinValue && time - _last > LongestNight)
        {
            var shift = (long)Math.Round((time - NearestOpen(time)) / (60.0 * EventTime.Minute));
            _shifts[shift] = _shifts.GetValueOrDefault(shift) + 1;
        }

        _last = time;
    }

    /// <summary>A warning when most weeks open hours away from Sunday 17:00 New York; null when they do not.</summary>
    public string? Advice()
    {
        var weeks = _shifts.Values.Sum();
        if (weeks == 0) return null;
        var groups = _shifts.Where(s => s.Key != 0).OrderByDescending(s => s.Value).ToArray();
        var off = groups.Sum(g => g.Value);
        if (off <= weeks / 3) return null;
        var hours = string.Join(" or ", groups.Take(2).Select(g => g.Key.ToString("+0;-0", CultureInfo.InvariantCulture) + " h"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{off} of {weeks} weeks open {hours} away from Sunday 17:00 New York: the time zone looks mislabelled. Give the file's true zone (-Timezone, data_timezone).");
    }

    private static long NearestOpen(long time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var date = LocalTime.DateOf(zone, time);
        var sunday = date - (date % 7 + 11) % 7;
        long before = LocalTime.ToUtc(zone, sunday, 17 * 60), after = LocalTime.ToUtc(zone, sunday + 7, 17 * 60);
        return time - before <= after - time ? before : after;
    }
}
