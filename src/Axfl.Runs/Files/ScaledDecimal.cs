using System.Buffers.Text;

namespace Axfl.Runs.Files;

/// <summary>The quick way to print a number with a few decimals: as a whole number of its last decimal.</summary>
/// <remarks>
/// The exact way is arithmetic with numbers of any length. Scaling errs by less than one part in 2^52, so the nearest whole number is the right one
/// unless the scaled value is close to the middle between two; those are left to the exact way.
/// </remarks>
internal static class ScaledDecimal
{
    private const double Largest = 1e12, FromTheMiddle = 1e-3;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];

    /// <summary>Prints a value without trailing zeros, but with at least one decimal, no exponent and no negative zero.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Decimals at the most.</param>
    /// <param name="text">At least 32 bytes.</param>
    /// <param name="length">Bytes written.</param>
    /// <returns>False when this way could be wrong: too large, not finite, too many or no decimals, or close to the middle.</returns>
    public static bool TryFormat(double value, int decimals, Span<byte> text, out int length)
    {
        length = 0;
        if (!TryScale(value, decimals, out var units)) return false;
        var scale = (long)Powers[decimals];
        if (value < 0 && units > 0) text[length++] = (byte)'-';
        Utf8Formatter.TryFormat(units / scale, text[length..], out var digits);
        length += digits;
        text[length++] = (byte)'.';
        var fraction = units % scale;
        do
        {
            scale /= 10;
            text[length++] = (byte)('0' + fraction / scale);
            fraction %= scale;
        }
        while (fraction > 0);
        return true;
    }

    /// <summary>A value with exactly so many decimals, without negative zero; null when this way could be wrong.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Decimals.</param>
    public static string? Fixed(double value, int decimals)
    {
        if (!TryScale(value, decimals, out var units)) return null;
        Span<char> text = stackalloc char[32];
        var at = text.Length;
        var isNegative = value < 0 && units > 0;
        for (var i = 0; i < decimals; i++, units /= 10) text[--at] = (char)('0' + units % 10);
        text[--at] = '.';
        do
        {
            text[--at] = (char)('0' + units % 10);
            units /= 10;
        }
        while (units > 0);
        if (isNegative) text[--at] = '-';
        return new string(text[at..]);
    }

    // The nearest whole number of last decimals, without its sign.
    private static bool TryScale(double value, int decimals, out long units)
    {
        units = 0;
        if (decimals <= 0 || decimals >= Powers.Length) return false;
        var scaled = Math.Abs(value) * Powers[decimals];
        if (!(scaled < Largest)) return false;
        var whole = Math.Floor(scaled);
        var rest = scaled - whole;
        if (Math.Abs(rest - 0.5) < FromTheMiddle) return false;
        units = (long)whole + (rest > 0.5 ? 1 : 0);
        return true;
    }
}
