using System.Globalization;

namespace Axfl.Cli.Output;

/// <summary>Numbers and times as people read them in tables; invariant, and an undefined one is a dash.</summary>
internal static class Numbers
{
    /// <summary>R with a sign: <c>+1.25R</c>.</summary>
    public static string R(double? r) => r is { } value ? Signed(value, "0.00") + "R" : "-";

    /// <summary>Money with a sign: <c>-1,234.50</c>.</summary>
    public static string Money(double? money) => money is { } value ? Signed(value, "#,0.00") : "-";

    /// <summary>A share of one as percent: <c>61.3%</c>.</summary>
    public static string Share(double? share) => share is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "-";

    /// <summary>Percent that is percent already: <c>4.75%</c>.</summary>
    public static string Percent(double? percent) => percent is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) + "%" : "-";

    /// <summary>Two decimals.</summary>
    public static string Ratio(double? ratio) => ratio is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    /// <summary>Four decimals: means of R, Sharpe ratios, probabilities.</summary>
    public static string Fine(double? value) => value is { } v ? v.ToString("0.0000", CultureInfo.InvariantCulture) : "-";

    /// <summary>As many decimals as it has, at most 7.</summary>
    public static string Price(double? price) => price is { } value ? value.ToString("0.#######", CultureInfo.InvariantCulture) : "-";

    /// <summary>Whole number with thousands separators.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>UTC to the minute: <c>2025-10-17 18:25</c>.</summary>
    public static string Time(DateTime? time) => time is { } value ? value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "-";

    private static string Signed(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        // What rounds to nothing is nothing, not -0.00.
        if (!text.Any(c => c is > '0' and <= '9')) return text.TrimStart('-');
        return value > 0 ? "+" + text : text;
    }
}
