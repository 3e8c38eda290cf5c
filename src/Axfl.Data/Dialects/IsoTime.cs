using System.Runtime.CompilerServices;
using System.Text;
using Axfl.Contracts;

namespace Axfl.Data.Dialects;

/// <summary>ISO-8601 times with an offset or Z as unix ms; the usual forms without allocation.</summary>
public static class IsoTime
{
    private const int Plain = 19;

    /// <summary>Reads <c>yyyy-MM-dd'T'HH:mm:ss[.fff](Z|+hh:mm)</c>, with a blank for the T too; anything else goes the slow way.</summary>
    /// <param name="text">The field.</param>
    /// <param name="time">Unix ms.</param>
    /// <param name="hasOffset">Whether the text says its offset; if not, the time is as if UTC.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> text, out long time, out bool hasOffset)
    {
        hasOffset = true;
        if (text.Length == Plain + 1 && text[Plain] == 'Z' && TryParsePlain(text, out time)) return true;
        if (text.Length == Plain + 6 && text[Plain..].SequenceEqual("+00:00"u8) && TryParsePlain(text, out time)) return true;
        hasOffset = text.Length != Plain;
        if (!hasOffset && TryParsePlain(text, out time)) return true;
        return TryParseSlow(text, out time, out hasOffset);
    }

    private static bool TryParsePlain(ReadOnlySpan<byte> s, out long time)
    {
        time = 0;
        int year = Two(s, 0) * 100 + Two(s, 2), month = Two(s, 5), day = Two(s, 8), hour = Two(s, 11), minute = Two(s, 14), second = Two(s, 17);
        if ((year | month | day | hour | minute | second) < 0 || s[4] != '-' || s[7] != '-' || s[10] is not ((byte)'T' or (byte)' ') || s[13] != ':' || s[16] != ':')
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour > 23 || minute > 59 || second > 59 || day > 28 && day > DateTime.DaysInMonth(year, month)) return false;
        time = DaysFromCivil(year, month, day) * EventTime.Day + ((hour * 60 + minute) * 60 + second) * 1000L;
        return true;
    }

    private static bool TryParseSlow(ReadOnlySpan<byte> text, out long time, out bool hasOffset)
    {
        time = 0;
        hasOffset = false;
        return text.Length is >= 10 and <= 64 && EventTime.TryParseIso(Encoding.UTF8.GetString(text), out time, out hasOffset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Two(ReadOnlySpan<byte> s, int i)
    {
        uint a = (uint)(s[i] - '0'), b = (uint)(s[i + 1] - '0');
        return a > 9 || b > 9 ? -1_000_000 : (int)(a * 10 + b);
    }

    // Howard Hinnant, chrono-Compatible Low-Level Date Algorithms.
    private static long DaysFromCivil(int y, int m, int d)
    {
        if (m <= 2) y--;
        var era = y / 400;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
        return era * 146097L + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
    }
}
