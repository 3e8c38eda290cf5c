using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Axfl.Contracts;

namespace Axfl.Data.Dialects;

/// <summary>
/// The row that nearly all canonical files are made of, <c>2015-01-02T07:05:00Z,1.23456,1.23461,1.23450,1.23457[,volume]</c>, read eight bytes at a time:
/// prices of up to seven characters, and the date of a row before. Whatever is written otherwise it leaves to the exact way, which gives the same bar.
/// </summary>
internal sealed class UsualRow
{
    private const int DateLength = 10, TimeLength = 20, Word = sizeof(ulong), LongestLast = 15;
    private const ulong Ones = 0x0101010101010101, Tops = 0x8080808080808080, Zeros = 0x3030303030303030;
    private const ulong HighHalves = 0xF0F0F0F0F0F0F0F0, Sixes = 0x0606060606060606, Commas = Ones * ',', Points = Ones * '.';

    private ulong _date;
    private ushort _dateEnd;
    private long _day;

    /// <summary>Keeps the date of a row that was read the exact way.</summary>
    /// <param name="line">The row.</param>
    /// <param name="time">Its time, unix ms, in range.</param>
    public void Remember(ReadOnlySpan<byte> line, long time)
    {
        if (line.Length <= TimeLength || line[4] != '-' || line[7] != '-' || !HasShape(line)) return;
        _date = BinaryPrimitives.ReadUInt64LittleEndian(line);
        _dateEnd = BinaryPrimitives.ReadUInt16LittleEndian(line[Word..]);
        _day = time - time % EventTime.Day;
    }

    /// <summary>Reads the row at the beginning of a text.</summary>
    /// <param name="text">The row with its end, and what follows.</param>
    /// <param name="hasVolume">Whether there is a column for the volume.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="length">Length of the row without its end.</param>
    /// <returns>False: it must be read the exact way.</returns>
    public bool TryParse(ReadOnlySpan<byte> text, bool hasVolume, out Bar bar, out int length)
    {
        bar = default;
        length = 0;
        if (text.Length <= TimeLength || BinaryPrimitives.ReadUInt64LittleEndian(text) != _date
            || BinaryPrimitives.ReadUInt16LittleEndian(text[Word..]) != _dateEnd || !HasShape(text)) return false;
        if (!TryTakeClock(BinaryPrimitives.ReadUInt64LittleEndian(text[(DateLength + 1)..]), out var clock)) return false;
        var rest = text[(TimeLength + 1)..];
        if (!TryTakePrice(ref rest, out var open) || !TryTakePrice(ref rest, out var high) || !TryTakePrice(ref rest, out var low)) return false;
        double close, volume = 0;
        int last;
        if (hasVolume)
        {
            if (!TryTakePrice(ref rest, out close) || !TryTakeLast(rest, out volume, out last)) return false;
        }
        else if (!TryTakeLast(rest, out close, out last) || last == 0) return false;

        length = text.Length - rest.Length + last;
        bar = new Bar(_day + clock, open, high, low, close, volume);
        return true;
    }

    // T or a blank between date and time, Z and a comma behind.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasShape(ReadOnlySpan<byte> line) =>
        line[DateLength] is (byte)'T' or (byte)' ' && line[TimeLength - 1] == 'Z' && line[TimeLength] == ',';

    // hh:mm:ss in ms.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakeClock(ulong text, out long milliseconds)
    {
        milliseconds = 0;
        if ((text & 0xF0F0FFF0F0FFF0F0) != 0x30303A30303A3030 || ((text + 0x0606000606000606) & 0xF0F000F0F000F0F0) != 0x3030003030003030) return false;
        var hour = (int)(text & 0xF) * 10 + (int)(text >> 8 & 0xF);
        var minute = (int)(text >> 24 & 0xF) * 10 + (int)(text >> 32 & 0xF);
        var second = (int)(text >> 48 & 0xF) * 10 + (int)(text >> 56 & 0xF);
        milliseconds = ((hour * 60 + minute) * 60 + second) * 1000L;
        return hour <= 23 && minute <= 59 && second <= 59;
    }

    // A number and the comma behind it. One division of exact doubles rounds correctly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakePrice(ref ReadOnlySpan<byte> rest, out double value)
    {
        value = 0;
        if (rest.Length < Word) return false;
        var text = BinaryPrimitives.ReadUInt64LittleEndian(rest);
        int length = Find(text, Commas), point = Find(text, Points), digits = length, decimals = 0;
        if (length is 0 or Word) return false;
        if (point < length)
        {
            var before = (1UL << 8 * point) - 1;
            text = text & before | text >> 8 & ~before;
            if (--digits == 0) return false;
            decimals = digits - point;
        }

        // Zeros in front fill the word; what stands behind the number is pushed out of it.
        text = text << 64 - 8 * digits | Zeros >> 8 * digits;
        if ((text & HighHalves) != Zeros || (text + Sixes & HighHalves) != Zeros) return false;
        value = decimals == 0 ? Number(text) : Number(text) / DecimalText.Powers[decimals];
        rest = rest[(length + 1)..];
        return true;
    }

    // The number before the end of the row; an empty one is 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakeLast(ReadOnlySpan<byte> rest, out double value, out int length)
    {
        var (number, point) = (0L, -1);
        value = 0;
        for (length = 0; length < rest.Length && length <= LongestLast; length++)
        {
            var digit = (uint)(rest[length] - '0');
            if (digit <= 9) number = number * 10 + digit;
            else if (rest[length] == '.' && point < 0) point = length;
            else break;
        }

        if (length == rest.Length || length > LongestLast || (length == 1 && point == 0)) return false;
        value = point < 0 ? number : number / DecimalText.Powers[length - point - 1];
        return rest[length] == '\n' || (rest[length] == '\r' && length + 1 < rest.Length && rest[length + 1] == '\n');
    }

    // Place of the first such byte in a word; 8: none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(ulong text, ulong bytes)
    {
        var difference = text ^ bytes;
        return BitOperations.TrailingZeroCount(difference - Ones & ~difference & Tops) >> 3;
    }

    // Eight digits, the first in the lowest byte: pairs, then fours, then all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Number(ulong digits)
    {
        digits &= ~HighHalves;
        digits = digits * 10 + (digits >> 8);
        return (uint)((digits & 0x000000FF000000FF) * 0x000F424000000064 + (digits >> 16 & 0x000000FF000000FF) * 0x0000271000000001 >> 32);
    }
}
