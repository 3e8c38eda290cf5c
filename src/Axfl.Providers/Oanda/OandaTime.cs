using System.Buffers.Text;

namespace Axfl.Providers.Oanda;

/// <summary>OANDA's times: RFC 3339 with any number of decimals and Z, or unix seconds as a text. Cut, never rounded, to milliseconds.</summary>
internal static class OandaTime
{
    /// <summary>Reads a time as unix milliseconds.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long time)
    {
        time = 0;
        return text.Length > 10 && text[4] == '-' ? TryParseRfc(text, ref time) : TryParseUnix(text, ref time);
    }

    private static bool TryParseRfc(ReadOnlySpan<byte> text, ref long time)
    {
        if (text.Length < 20 || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[^1] != 'Z') return false;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)) return false;
        if (!Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..19], out var second)) return false;
        if (year is < 1970 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour > 23 || minute > 59 || second > 59 || !TryFraction(text[19..^1], out var milliseconds)) return false;
        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks;
        time = ticks / TimeSpan.TicksPerMillisecond + milliseconds;
        return true;
    }

    private static bool TryParseUnix(ReadOnlySpan<byte> text, ref long time)
    {
        if (!Utf8Parser.TryParse(text, out long seconds, out var used) || seconds is < 0 or > 250_000_000_000) return false;
        if (!TryFraction(text[used..], out var milliseconds)) return false;
        time = seconds * 1000 + milliseconds;
        return true;
    }

    /// <summary>Empty, or a point and digits.</summary>
    private static bool TryFraction(ReadOnlySpan<byte> text, out int milliseconds)
    {
        milliseconds = 0;
        if (text.IsEmpty) return true;
        if (text[0] != '.' || text.Length == 1) return false;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is < (byte)'0' or > (byte)'9') return false;
            if (i <= 3) milliseconds = milliseconds * 10 + (text[i] - '0');
        }

        for (var i = text.Length; i <= 3; i++) milliseconds *= 10;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9') return false;
            value = value * 10 + (c - '0');
        }

        return true;
    }
}
