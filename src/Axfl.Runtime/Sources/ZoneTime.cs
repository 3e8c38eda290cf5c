using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Wall-clock times of files as instants.</summary>
internal static class ZoneTime
{
    private const string NewYork = "America/New_York";

    /// <summary>A local time, given as if it were UTC (unix ms), as an instant: a missing hour moves forward, an ambiguous time is the earlier.</summary>
    public static long ToUtc(TimeZoneInfo zone, long local)
    {
        if (zone.Equals(TimeZoneInfo.Utc)) return local;
        var date = (int)Math.Floor((double)local / EventTime.Day);
        var inDay = local - date * EventTime.Day;
        return LocalTime.ToUtc(zone, date, (int)(inDay / EventTime.Minute)) + inDay % EventTime.Minute;
    }

    /// <summary>A zone by IANA name, fixed offset (<c>+02:00</c>), or New York's clock and some hours (<c>America/New_York+7</c>, the clock of many brokers).</summary>
    /// <exception cref="AxflException">There is none.</exception>
    public static TimeZoneInfo Find(string name)
    {
        if (name is ['+' or '-', ..] && TimeSpan.TryParse(name.TrimStart('+'), CultureInfo.InvariantCulture, out var offset) && offset.Duration().TotalHours <= 14
            && offset.Ticks % TimeSpan.TicksPerMinute == 0)
            return TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
        if (name.StartsWith(NewYork, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan(NewYork.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours) && hours is >= -6 and <= 16)
            return BesideNewYork(name, hours);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
            : throw new AxflException("TimeZoneUnknown", ErrorKind.Configuration,
                $"There is no time zone '{name}': use an IANA name such as America/New_York, an offset such as +02:00, or America/New_York+7 for the clock of many brokers.")
            {
                Target = name,
            };
    }

    // Changes with New York (at some hour of the same weekend, when no market is open): the rules since 1987 and since 2007.
    private static TimeZoneInfo BesideNewYork(string name, int hours)
    {
        var two = new DateTime(1, 1, 1, 2, 0, 0, DateTimeKind.Unspecified);
        TimeZoneInfo.AdjustmentRule Rule(int first, int last, (int Month, int Week) start, (int Month, int Week) end) =>
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                new DateTime(first, 1, 1), last == 9999 ? DateTime.MaxValue.Date : new DateTime(last, 12, 31), TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, start.Month, start.Week, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, end.Month, end.Week, DayOfWeek.Sunday));
        return TimeZoneInfo.CreateCustomTimeZone(
            name, TimeSpan.FromHours(hours - 5), name, name, name, [Rule(1987, 2006, (4, 1), (10, 5)), Rule(2007, 9999, (3, 2), (11, 1))]);
    }
}
