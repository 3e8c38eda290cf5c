using System.Globalization;

namespace Axfl.Contracts;

/// <summary>The engine's one integer time: unix milliseconds, UTC, and its forms at the edge.</summary>
public static class EventTime
{
    /// <summary>Milliseconds of a minute.</summary>
    public const long Minute = 60_000;

    /// <summary>Milliseconds of a day.</summary>
    public const long Day = 86_400_000;

    private static readonly string[] WrittenForms =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Unix milliseconds of a time; an unspecified kind is taken as UTC.</summary>
    public static long FromDateTime(DateTime time) =>
        (DateTime.SpecifyKind(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks)
        / TimeSpan.TicksPerMillisecond;

    /// <summary>UTC time of unix milliseconds.</summary>
    public static DateTime ToDateTime(long time) => DateTime.UnixEpoch.AddMilliseconds(time);

    /// <summary>ISO-8601 UTC with Z; whole seconds, or milliseconds when there are any: <c>2026-01-13T07:05:00Z</c>.</summary>
    public static string ToIso(long time) => time % 1000 != 0
        ? ToDateTime(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : string.Create(20, ToDateTime(time), static (text, t) =>
        {
            // Written by hand: statuses and decisions are full of times.
            "0000-00-00T00:00:00Z".CopyTo(text);
            Digits(text[..4], t.Year);
            Digits(text[5..7], t.Month);
            Digits(text[8..10], t.Day);
            Digits(text[11..13], t.Hour);
            Digits(text[14..16], t.Minute);
            Digits(text[17..19], t.Second);
        });

    /// <summary>Reads an ISO-8601 time; without an offset it is UTC.</summary>
    /// <returns>Whether the text was a time.</returns>
    public static bool TryParseIso(string? text, out long time)
    {
        var ok = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        time = ok ? parsed.ToUnixTimeMilliseconds() : 0;
        return ok;
    }

    /// <summary>
    /// Reads a time a person wrote: <c>2025-01-06</c>, <c>2025-01-06 07:30</c> or <c>2025-01-06T07:30:00Z</c>, with seconds, fractions and an offset or
    /// without; without an offset it is UTC. The same in every culture; any other form, such as <c>03.04.2026</c>, is refused: its day and month would be a guess.
    /// </summary>
    /// <returns>Whether the text was such a time.</returns>
    public static bool TryParseWritten(string? text, out DateTime time)
    {
        var ok = DateTimeOffset.TryParseExact(text?.Trim(), WrittenForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        time = ok ? parsed.UtcDateTime : default;
        return ok;
    }

    private static void Digits(Span<char> text, int value)
    {
        for (var i = text.Length - 1; i >= 0; i--, value /= 10) text[i] = (char)('0' + value % 10);
    }
}
