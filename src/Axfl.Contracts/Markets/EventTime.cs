using System.Globalization;

namespace Axfl.Contracts;

/// <summary>The engine's one integer time: unix milliseconds, UTC, and its forms at the edge.</summary>
public static class EventTime
{
    /// <summary>Milliseconds of a minute.</summary>
    public const long Minute = 60_000;

    /// <summary>Milliseconds of a day.</summary>
    public const long Day = 86_400_000;

    /// <summary>Unix milliseconds of a time; an unspecified kind is taken as UTC.</summary>
    public static long FromDateTime(DateTime time) =>
        (DateTime.SpecifyKind(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks)
        / TimeSpan.TicksPerMillisecond;

    /// <summary>UTC time of unix milliseconds.</summary>
    public static DateTime ToDateTime(long time) => DateTime.UnixEpoch.AddMilliseconds(time);

    /// <summary>ISO-8601 UTC with Z; whole seconds, or milliseconds when there are any: <c>2026-01-13T07:05:00Z</c>.</summary>
    public static string ToIso(long time) =>
        ToDateTime(time).ToString(time % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads an ISO-8601 time; without an offset it is UTC.</summary>
    /// <returns>Whether the text was a time.</returns>
    public static bool TryParseIso(string? text, out long time)
    {
        var ok = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        time = ok ? parsed.ToUnixTimeMilliseconds() : 0;
        return ok;
    }
}
