using Axfl.Contracts;

namespace Axfl.Engine.Plan;

/// <summary>The weeks of a news calendar: Sunday 00:00 New York to the next, named by their Monday.</summary>
internal static class CalendarWeek
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>Monday of the week of a time (unix ms), days since 1970-01-01.</summary>
    public static int MondayOf(long time)
    {
        var date = LocalTime.DateOf(NewYork, time);
        // 1970-01-04 was a Sunday.
        return date - (date + 4) % 7 + 1;
    }
}
