namespace Axfl.Contracts;

/// <summary>Local wall-clock times as instants: a time that does not exist moves forward to the first that does; an ambiguous one is the earlier.</summary>
public static class LocalTime
{
    /// <summary>Unix milliseconds of a local date (days since 1970-01-01) and minutes since its midnight (0 to 2880) in a zone.</summary>
    public static long ToUtc(TimeZoneInfo zone, int localDate, int minutes)
    {
        var local = DateTime.SpecifyKind(DateTime.UnixEpoch.AddDays(localDate).AddMinutes(minutes), DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return (local.Ticks - DateTime.UnixEpoch.Ticks - offset.Ticks) / TimeSpan.TicksPerMillisecond;
    }

    /// <summary>Local date, days since 1970-01-01, of an instant in a zone.</summary>
    public static int DateOf(TimeZoneInfo zone, long time)
    {
        var local = time + (long)zone.GetUtcOffset(EventTime.ToDateTime(time)).TotalMilliseconds;
        return (int)Math.Floor((double)local / EventTime.Day);
    }
}
