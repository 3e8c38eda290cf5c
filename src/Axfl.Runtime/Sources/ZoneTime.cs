using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Wall-clock times of files as instants.</summary>
internal static class ZoneTime
{
    /// <summary>A local time, given as if it were UTC (unix ms), as an instant: a missing hour moves forward, an ambiguous time is the earlier.</summary>
    public static long ToUtc(TimeZoneInfo zone, long local)
    {
        if (zone.Equals(TimeZoneInfo.Utc)) return local;
        var date = (int)Math.Floor((double)local / EventTime.Day);
        var inDay = local - date * EventTime.Day;
        return LocalTime.ToUtc(zone, date, (int)(inDay / EventTime.Minute)) + inDay % EventTime.Minute;
    }

    /// <summary>A zone by IANA name or fixed offset (<c>+02:00</c>).</summary>
    /// <exception cref="AxflException">There is none.</exception>
    public static TimeZoneInfo Find(string name)
    {
        if (name is ['+' or '-', ..] && TimeSpan.TryParse(name.TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture, out var offset))
            return TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
            : throw new AxflException("TimeZoneUnknown", ErrorKind.Configuration,
                $"There is no time zone '{name}': use an IANA name such as America/New_York, or an offset such as +02:00.") { Target = name };
    }
}
