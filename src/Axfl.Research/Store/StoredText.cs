using System.Buffers.Binary;
using System.Globalization;

namespace Axfl.Research.Store;

/// <summary>How times and series stand in a store: the same on every machine and in every database.</summary>
internal static class StoredText
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A time, UTC, to the millisecond.</summary>
    public static string Of(DateTime time) => time.ToUniversalTime().ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>A time, UTC.</summary>
    public static DateTime Time(string text) =>
        DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>Whole numbers of 32 bits, little endian.</summary>
    public static byte[] Of(ReadOnlySpan<int> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(int)];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), numbers[i]);
        return bytes;
    }

    /// <summary>Numbers of 64 bits, little endian.</summary>
    public static byte[] Of(ReadOnlySpan<double> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(double)];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), numbers[i]);
        return bytes;
    }

    /// <summary>Whole numbers of 32 bits.</summary>
    public static int[] Whole(ReadOnlySpan<byte> bytes)
    {
        var numbers = new int[bytes.Length / sizeof(int)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
        return numbers;
    }

    /// <summary>Numbers of 64 bits.</summary>
    public static double[] Real(ReadOnlySpan<byte> bytes)
    {
        var numbers = new double[bytes.Length / sizeof(double)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
        return numbers;
    }
}
