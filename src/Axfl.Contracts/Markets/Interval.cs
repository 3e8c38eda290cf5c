using System.Globalization;

namespace Axfl.Contracts;

/// <summary>Length of a bar. Text form: 1m 5m 15m 30m 1h 4h 1d.</summary>
/// <param name="Minutes">Length in minutes, positive.</param>
public readonly record struct Interval(int Minutes)
{
    /// <summary>The intervals a plan may run on.</summary>
    public static IReadOnlyList<string> Names { get; } = ["1m", "5m", "15m", "30m", "1h", "4h", "1d"];

    /// <summary>Length in milliseconds.</summary>
    public long Milliseconds => Minutes * EventTime.Minute;

    /// <summary>Reads <c>5m</c>, <c>1h</c>, <c>1d</c>; also <c>M5</c>, <c>H1</c>, <c>5min</c>, any positive count.</summary>
    public static bool TryParse(string? text, out Interval interval)
    {
        interval = default;
        var s = (text ?? "").Trim().ToLowerInvariant();
        var digits = new string(s.Where(char.IsAsciiDigit).ToArray());
        var unit = s.Replace(digits.Length == 0 ? "\0" : digits, "", StringComparison.Ordinal);
        var scale = unit switch { "m" or "min" or "minute" or "minutes" => 1, "h" or "hour" or "hours" => 60, "d" or "day" or "days" => 1440, _ => 0 };
        if (scale == 0 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is <= 0 or > 10_000) return false;
        interval = new Interval(count * scale);
        return true;
    }

    /// <summary>The text form, in the largest whole unit.</summary>
    public override string ToString() =>
        Minutes % 1440 == 0 ? Invariant(Minutes / 1440, "d") : Minutes % 60 == 0 ? Invariant(Minutes / 60, "h") : Invariant(Minutes, "m");

    private static string Invariant(int count, string unit) => count.ToString(CultureInfo.InvariantCulture) + unit;
}
