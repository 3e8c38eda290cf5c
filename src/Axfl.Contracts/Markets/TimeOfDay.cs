using System.Globalization;

namespace Axfl.Contracts;

/// <summary>A local time of day to the minute, <c>00:00</c> to <c>24:00</c> (which ends a day and starts none).</summary>
/// <param name="Minutes">Minutes since midnight, 0 to 1440.</param>
public readonly record struct TimeOfDay(int Minutes)
{
    /// <summary>Reads <c>HH:mm</c> (or <c>H:mm</c>).</summary>
    public static bool TryParse(string? text, out TimeOfDay time)
    {
        time = default;
        var parts = (text ?? "").Split(':');
        if (parts.Length != 2 || parts[0].Length is 0 or > 2 || parts[1].Length != 2) return false;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var h)) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var m)) return false;
        if (m > 59 || h * 60 + m > 1440) return false;
        time = new TimeOfDay(h * 60 + m);
        return true;
    }

    /// <summary>Reads <c>HH:mm</c>.</summary>
    /// <exception cref="FormatException">The text is no time of day.</exception>
    public static TimeOfDay Parse(string text) =>
        TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is not a time of day: write \"HH:mm\", 00:00 to 24:00.");

    /// <summary><c>HH:mm</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60:00}:{Minutes % 60:00}");
}
