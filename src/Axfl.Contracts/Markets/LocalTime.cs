namespace Axfl.Contracts;

/// <summary>Local wall-clock times as instants: a time that does not exist moves forward to the first that does; an ambiguous one is the earlier.</summary>
public static class LocalTime
{
    /// <summary>Unix milliseconds of a local date (days since 1970-01-01) and minutes since its midnight (0 to 2880) in a zone.</summary>
    public static long ToUtc(TimeZoneInfo zone, int localDate, int minutes) =>
        ZoneOffsets.Of(zone).ToUtc(localDate * EventTime.Day + minutes * EventTime.Minute);

    /// <summary>Local date, days since 1970-01-01, of an instant in a zone.</summary>
    public static int DateOf(TimeZoneInfo zone, long time) =>
        (int)Math.Floor((double)(time + ZoneOffsets.Of(zone).At(time)) / EventTime.Day);
}
