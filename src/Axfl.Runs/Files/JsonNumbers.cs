using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Axfl.Runs.Files;

/// <summary>Numbers as the output files print them.</summary>
internal static class JsonNumbers
{
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
        if (value == 0)
        {
            json.WriteRawValue("0.0"u8, skipInputValidation: true);
            return;
        }

        Span<byte> text = stackalloc byte[64];
        if (ScaledDecimal.TryFormat(value, decimals, text, out var written))
        {
            json.WriteRawValue(text[..written], skipInputValidation: true);
            return;
        }

        if (!double.IsFinite(value))
        {
            json.WriteNullValue();
            return;
        }

        if (!Utf8Formatter.TryFormat(value, text, out var length, new System.Buffers.StandardFormat('F', (byte)decimals)))
        {
            json.WriteRawValue(value.ToString("R", CultureInfo.InvariantCulture));
            return;
        }

        while (length > 0 && text[length - 1] == '0' && text[length - 2] != '.') length--;
        var isZero = text[..length].IndexOfAnyInRange((byte)'1', (byte)'9') < 0;
        json.WriteRawValue(isZero && text[0] == '-' ? text[1..length] : text[..length], skipInputValidation: true);
    }
}
