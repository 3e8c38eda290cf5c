using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Axfl.Data.Dialects;

/// <summary>Decimals as doubles, correctly rounded, fast for the form prices have.</summary>
public static class DecimalText
{
    // Powers of ten up to 1e22 and integers up to 2^53 are exact doubles, so that one division rounds correctly (W. D. Clinger, 1990).
    private const ulong MaxExact = 1UL << 53;

    /// <summary>Powers of ten from 0 on, each exact.</summary>
    internal static readonly double[] Powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>Reads a whole field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        ulong mantissa = 0;
        int point = -1, i = 0;
        if (text.Length is 0 or > 18) return TryParseSlow(text, out value);
        for (; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9) mantissa = mantissa * 10 + digit;
            else if (text[i] == '.' && point < 0) point = i;
            else return TryParseSlow(text, out value);
        }

        if (mantissa > MaxExact || text.Length == 1 && point == 0) return TryParseSlow(text, out value);
        value = point < 0 ? mantissa : mantissa / Powers[text.Length - point - 1];
        return true;
    }

    private static bool TryParseSlow(ReadOnlySpan<byte> text, out double value)
    {
        text = text.Trim((byte)' ');
        return (Utf8Parser.TryParse(text, out value, out var used) && used == text.Length)
            || (Utf8Parser.TryParse(text, out value, out used, 'E') && used == text.Length);
    }
}
