using System.Globalization;

namespace Axfl.Runs.Files;

/// <summary>Numbers of output files: fixed decimals, rounded half to even of the double's exact value, never a negative zero.</summary>
internal static class Numbers
{
    /// <summary>R: 4 decimals.</summary>
    public static string R(double value) => Fixed(value, 4);

    /// <summary>Money: 2 decimals.</summary>
    public static string Money(double value) => Fixed(value, 2);

    /// <summary>Units: no trailing zeros.</summary>
    public static string Units(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Fixed(double value, int decimals)
    {
        if (ScaledDecimal.Fixed(value, decimals) is { } quick) return quick;
        var text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }
}
