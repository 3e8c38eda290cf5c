using System.Globalization;

namespace Axfl.Contracts;

/// <summary>The engine's one integer time: unix milliseconds, UTC, and its forms at the edge.</summary>
public static class EventTime
{
    /// <summary>Milliseconds of a minute.</summary>
    public const long Minute = 60_000;

    /// <summary>Milliseconds of a day.</summary>
    public const long Day = 86_400_000;

    /// <summary>The earliest time that is taken for one: 1970-01-01, unix ms.</summary>
    public const long Earliest = 0;

    /// <summary>The end (exclusive) of the times that are taken for one: 2200-01-01, unix ms.</summary>
    public const long Latest = 7_258_118_400_000;

    /// <summary>Whether a time is one that a bar, a price or a request may have: 1970 to 2199. Anything else is a damaged line or a slip of the pen.</summary>
    /// <param name="time">Unix ms.</param>
    public static bool IsInRange(long time) => (ulong)time < Latest;

    /// <summary>Unix milliseconds of a time; an unspecified kind is taken as UTC.</summary>
    public static long FromDateTime(DateTime time) =>
        (DateTime.SpecifyKind(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks)
        / TimeSpan.TicksPerMillisecond;

    /// <summary>UTC time of unix milliseconds.</summary>
    public static DateTime ToDateTime(long time) => DateTime.UnixEpoch.AddMilliseconds(time);

    /// <summary>ISO-8601 UTC with Z; whole seconds, or milliseconds when there are any: <c>2026-01-13T07:05:00Z</c>.</summary>
    public static string ToIso(long time)
    {
        var t = ToDateTime(time);
        if (time % 1000 != 0) return t.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        // Written by hand: statuses and decisions are full of times.
        Span<char> text = stackalloc char[20];
        "0000-00-00T00:00:00Z".CopyTo(text);
        Digits(text[..4], t.Year);
        Digits(text[5..7], t.Month);
        Digits(text[8..10], t.Day);
        Digits(text[11..13], t.Hour);
        Digits(text[14..16], t.Minute);
        Digits(text[17..19], t.Second);
        return new string(text);
    }

    /// <summary>Reads an ISO-8601 time, <c>2025-10-15</c>, <c>2025-10-15T07:00</c>, <c>2025-10-15 07:00:00.250Z</c> or <c>2025-10-15T09:00+02:00</c>; without an offset it is UTC.</summary>
    /// <returns>Whether the text was such a time and <see cref="IsInRange"/>. No other form is read, in any culture: <c>03.04.2026</c> is no time.</returns>
    public static bool TryParseIso(string? text, out long time) => TryParseIso(text, out time, out _);

    /// <summary>The same, and whether the text says its offset.</summary>
    public static bool TryParseIso(string? text, out long time, out bool hasOffset)
    {
        time = 0;
        hasOffset = false;
        var s = text.AsSpan().Trim();
        if (!Take(ref s, 4, out var year) || !Skip(ref s, '-') || !Take(ref s, 2, out var month) || !Skip(ref s, '-') || !Take(ref s, 2, out var day)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        if (!s.IsEmpty && !TakeClock(ref s, ref date)) return false;
        if (!TakeOffset(s, out var offset, out hasOffset)) return false;
        var instant = FromDateTime(date) - offset * Minute;
        if (!IsInRange(instant)) return false;
        time = instant;
        return true;
    }

    private static bool TakeClock(ref ReadOnlySpan<char> s, ref DateTime time)
    {
        if (s[0] is not ('T' or 't' or ' ')) return false;
        s = s[1..];
        if (!Take(ref s, 2, out var hour) || !Skip(ref s, ':') || !Take(ref s, 2, out var minute) || hour > 23 || minute > 59) return false;
        time = time.AddMinutes(hour * 60 + minute);
        if (!Skip(ref s, ':')) return true;
        if (!Take(ref s, 2, out var second) || second > 59) return false;
        time = time.AddSeconds(second);
        if (!Skip(ref s, '.')) return true;
        var digits = 0;
        while (digits < s.Length && char.IsAsciiDigit(s[digits])) digits++;
        if (digits is 0 or > 9) return false;
        var milliseconds = 0;
        for (var i = 0; i < 3; i++) milliseconds = milliseconds * 10 + (i < digits ? s[i] - '0' : 0);
        time = time.AddMilliseconds(milliseconds);
        s = s[digits..];
        return true;
    }

    // Z, +hh:mm, +hhmm or +hh; the offset in minutes.
    private static bool TakeOffset(ReadOnlySpan<char> s, out int minutes, out bool hasOffset)
    {
        minutes = 0;
        s = s.TrimStart();
        hasOffset = !s.IsEmpty;
        if (s.IsEmpty || s is "Z" or "z") return true;
        var sign = s[0] == '+' ? 1 : s[0] == '-' ? -1 : 0;
        s = s[1..];
        if (sign == 0 || !Take(ref s, 2, out var hours)) return false;
        var more = 0;
        if (!s.IsEmpty && ((s[0] == ':' && !Skip(ref s, ':')) || !Take(ref s, 2, out more))) return false;
        minutes = sign * (hours * 60 + more);
        return s.IsEmpty && more < 60 && Math.Abs(minutes) <= 14 * 60;
    }

    private static bool Take(ref ReadOnlySpan<char> s, int digits, out int value)
    {
        value = 0;
        if (s.Length < digits) return false;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiDigit(s[i])) return false;
            value = value * 10 + (s[i] - '0');
        }

        s = s[digits..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> s, char c)
    {
        if (s.IsEmpty || s[0] != c) return false;
        s = s[1..];
        return true;
    }

    /// <summary>
    /// Reads a time a person wrote: <c>2025-01-06</c>, <c>2025-01-06 07:30</c> or <c>2025-01-06T07:30:00Z</c>, with seconds, fractions and an offset or
    /// without; without an offset it is UTC. The same in every culture; any other form, such as <c>03.04.2026</c>, is refused: its day and month would be a guess.
    /// </summary>
    /// <returns>Whether the text was such a time and <see cref="IsInRange"/>.</returns>
    public static bool TryParseWritten(string? text, out DateTime time)
    {
        var ok = TryParseIso(text, out var instant);
        time = ok ? ToDateTime(instant) : default;
        return ok;
    }

    private static void Digits(Span<char> text, int value)
    {
        for (var i = text.Length - 1; i >= 0; i--, value /= 10) text[i] = (char)('0' + value % 10);
    }
}
