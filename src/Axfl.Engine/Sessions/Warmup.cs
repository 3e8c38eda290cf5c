using Axfl.Contracts;

namespace Axfl.Engine.Sessions;

/// <summary>Where warm-up begins.</summary>
public static class Warmup
{
    /// <summary>00:00 UTC of the n-th weekday (Monday to Friday) before the UTC date of <paramref name="since"/>; with 0, since itself. Unix ms.</summary>
    public static long Start(long since, int weekdays)
    {
        if (weekdays == 0) return since;
        var date = EventTime.ToDateTime(since).Date;
        for (var left = weekdays; left > 0;)
        {
            date = date.AddDays(-1);
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return EventTime.FromDateTime(date);
    }
}
