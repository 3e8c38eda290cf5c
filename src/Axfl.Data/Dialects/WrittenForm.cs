using Axfl.Contracts;

namespace Axfl.Data.Dialects;

/// <summary>In which order a date is written.</summary>
internal enum DateOrder
{
    /// <summary>2026.03.01, 2026/03/01, 20260301.</summary>
    YearFirst,

    /// <summary>01.03.2026, 01/03/2026.</summary>
    DayFirst,

    /// <summary>03/01/2026.</summary>
    MonthFirst,
}

/// <summary>
/// Dates and times as vendors write them: a date of digits with <c>. / -</c> or nothing between, then <c>7:05</c>, <c>07:05:00.000</c>, <c>0705</c> or
/// <c>070500</c>, AM or PM, <c>GMT+0200</c> or an offset. Without a time of day: midnight.
/// </summary>
internal sealed class WrittenForm : TimeForm
{
    private static readonly WrittenForm[] All =
    [
        new(DateOrder.YearFirst, false), new(DateOrder.YearFirst, true), new(DateOrder.DayFirst, false), new(DateOrder.DayFirst, true), new(DateOrder.MonthFirst, false),
        new(DateOrder.MonthFirst, true),
    ];

    private readonly DateOrder _order;
    private readonly bool _withSeconds;

    private WrittenForm(DateOrder order, bool withSeconds) => (_order, _withSeconds) = (order, withSeconds);

    /// <summary>Order of its dates.</summary>
    public DateOrder Order => _order;

    /// <summary>Whether a time of day of digits alone has seconds.</summary>
    public bool WithSeconds => _withSeconds;

    /// <summary>The form.</summary>
    /// <param name="order">Order of the date.</param>
    /// <param name="withSeconds">Whether a time of day of digits alone has seconds, so that <c>500</c> is 00:05:00 and not 05:00.</param>
    public static WrittenForm Of(DateOrder order, bool withSeconds) => All[2 * (int)order + (withSeconds ? 1 : 0)];

    /// <summary>Whether the date of a text could have its day first or its month first: <c>03/04/2026</c>. Dots mean the day first.</summary>
    public static bool IsOpen(string text) => text.Length > 5 && (text[1] is '/' or '-' || text[2] is '/' or '-') && char.IsAsciiDigit(text[0]);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, out long time, out bool hasOffset)
    {
        (time, hasOffset) = (0, false);
        if (text.Length > 64 || !TryDate(ref text, out var year, out var month, out var day)) return false;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var clock = 0L;
        if (!text.IsEmpty && !TryClock(ref text, out clock)) return false;
        if (!TryZone(text, out var offset, out hasOffset)) return false;
        time = EventTime.FromDateTime(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc)) + clock - offset * EventTime.Minute;
        return true;
    }

    private bool TryDate(ref ReadOnlySpan<byte> s, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        var digits = Digits(s);
        if (_order == DateOrder.YearFirst && digits is 8 or 12 or 14)
        {
            year = Number(s[..4]);
            month = Number(s[4..6]);
            day = Number(s[6..8]);
            s = s[8..];
            return true;
        }

        if (_order == DateOrder.YearFirst ? digits != 4 : digits is not (1 or 2)) return false;
        if (!TryParts(ref s, digits, _order == DateOrder.YearFirst ? 2 : 4, out var first, out var second, out var third)) return false;
        (year, month, day) = _order switch
        {
            DateOrder.YearFirst => (first, second, third),
            DateOrder.DayFirst => (third, second, first),
            _ => (third, first, second),
        };
        return true;
    }

    private bool TryParts(ref ReadOnlySpan<byte> s, int digits, int lastDigits, out int first, out int second, out int third)
    {
        (first, second, third) = (Number(s[..digits]), 0, 0);
        s = s[digits..];
        if (s.IsEmpty || s[0] is not ((byte)'.' or (byte)'/' or (byte)'-') || (_order == DateOrder.MonthFirst && s[0] == '.')) return false;
        var mark = s[0];
        s = s[1..];
        var length = Digits(s);
        if (length is not (1 or 2)) return false;
        second = Number(s[..length]);
        s = s[length..];
        if (s.IsEmpty || s[0] != mark) return false;
        s = s[1..];
        length = Digits(s);
        if (lastDigits == 4 ? length != 4 : length is not (1 or 2)) return false;
        third = Number(s[..length]);
        s = s[length..];
        return true;
    }

    private bool TryClock(ref ReadOnlySpan<byte> s, out long clock)
    {
        clock = 0;
        if (s[0] is (byte)' ' or (byte)'T') s = s[1..].TrimStart((byte)' ');
        if (s.IsEmpty) return true;
        var digits = Digits(s);
        int hour, minute, second = 0;
        if (digits is 1 or 2 && s.Length > digits && s[digits] == ':')
        {
            hour = Number(s[..digits]);
            s = s[(digits + 1)..];
            if (Digits(s) < 2) return false;
            minute = Number(s[..2]);
            s = s[2..];
            if (!s.IsEmpty && s[0] == ':')
            {
                if (Digits(s[1..]) < 2) return false;
                second = Number(s[1..3]);
                s = s[3..];
            }
        }
        else
        {
            if (digits is 0 or > 6) return false;
            var number = Number(s[..digits]);
            if (!_withSeconds && digits <= 4) number *= 100;
            (hour, minute, second) = (number / 10_000, number / 100 % 100, number % 100);
            s = s[digits..];
        }

        var fraction = 0;
        if (!s.IsEmpty && s[0] == '.')
        {
            digits = Digits(s[1..]);
            if (digits is 0 or > 9) return false;
            for (var i = 0; i < 3; i++) fraction = fraction * 10 + (i < digits ? s[1 + i] - '0' : 0);
            s = s[(digits + 1)..];
        }

        s = s.TrimStart((byte)' ');
        if (s.Length >= 2 && (s[1] | 0x20) == 'm' && (s[0] | 0x20) is 'a' or 'p' && hour is >= 1 and <= 12)
        {
            hour = hour % 12 + ((s[0] | 0x20) == 'p' ? 12 : 0);
            s = s[2..].TrimStart((byte)' ');
        }

        clock = ((hour * 60L + minute) * 60 + second) * 1000 + fraction;
        return hour < 24 && minute < 60 && second < 60;
    }

    // Nothing, Z, GMT, UTC, each of the latter with +2, +02:00 or +0200 behind, or the offset alone; in minutes.
    private static bool TryZone(ReadOnlySpan<byte> s, out int minutes, out bool hasOffset)
    {
        minutes = 0;
        s = s.Trim((byte)' ');
        hasOffset = !s.IsEmpty;
        if (s.StartsWith("GMT"u8) || s.StartsWith("UTC"u8)) s = s[3..];
        else if (s.StartsWith("Z"u8)) s = s[1..];
        if (s.IsEmpty) return true;
        var sign = s[0] == '+' ? 1 : s[0] == '-' ? -1 : 0;
        s = s[1..];
        var digits = Digits(s);
        if (sign == 0 || digits is not (1 or 2 or 4)) return false;
        minutes = digits == 4 ? Number(s[..2]) * 60 + Number(s[2..4]) : Number(s[..digits]) * 60;
        s = s[digits..];
        if (digits < 4 && s.Length == 3 && s[0] == ':' && Digits(s[1..]) == 2)
        {
            minutes += Number(s[1..]);
            s = default;
        }

        minutes *= sign;
        return s.IsEmpty && Math.Abs(minutes) <= 14 * 60;
    }

    private static int Digits(ReadOnlySpan<byte> s)
    {
        var count = s.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return count < 0 ? s.Length : count;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = value * 10 + (digit - '0');
        return value;
    }
}
