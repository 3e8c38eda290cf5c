using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Axfl.Runs.Files;

/// <summary>Numbers as the output files print them.</summary>
internal static class JsonNumbers
{
    private const int Longest = 64;

    /// <summary>At most so many decimals, at least one, no exponent, no negative zero: <c>0.0</c>, <c>-1.05</c>.</summary>
    public static void WriteDecimal(this Utf8JsonWriter json, string name, double value, int decimals)
    {
        json.WritePropertyName(name);
        json.WriteDecimalValue(value, decimals);
    }

    /// <summary>The same, or null.</summary>
    public static void WriteDecimal(this Utf8JsonWriter json, string name, double? value, int decimals)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteDecimal(name, number, decimals);
        else json.WriteNull(name);
    }

    /// <summary>The value alone; null when it is not finite, which JSON has no word for.</summary>
    public static void WriteDecimalValue(this Utf8JsonWriter json, double value, int decimals)
    {
        Span<byte> text = stackalloc byte[Longest];
        json.WriteRawValue(text[..Format(value, decimals, text)], skipInputValidation: true);
    }

    /// <summary>The text of a number.</summary>
    /// <param name="value">The number; null is written when it is not finite.</param>
    /// <param name="decimals">Decimals at the most; 0: a whole number.</param>
    /// <param name="text">At least 64 bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Format(double value, int decimals, Span<byte> text)
    {
        if (value == 0) return Copy("0.0"u8, text);
        if (ScaledDecimal.TryFormat(value, decimals, text, out var length)) return length;
        if (!double.IsFinite(value)) return Copy("null"u8, text);
        if (!Utf8Formatter.TryFormat(value, text[..Longest], out length, new System.Buffers.StandardFormat('F', (byte)decimals)))
            return Encoding.UTF8.GetBytes(value.ToString("R", CultureInfo.InvariantCulture), text);
        if (decimals > 0)
            while (text[length - 1] == '0' && text[length - 2] != '.') length--;
        var isZero = text[..length].IndexOfAnyInRange((byte)'1', (byte)'9') < 0;
        return isZero && text[0] == '-' ? Copy(text[1..length], text) : length;
    }

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
