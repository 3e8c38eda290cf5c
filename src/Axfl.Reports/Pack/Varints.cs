namespace Axfl.Reports.Pack;

/// <summary>Whole numbers in as few bytes as they need: zigzag, then LEB128.</summary>
/// <param name="capacity">Bytes expected.</param>
internal sealed class Varints(int capacity)
{
    private byte[] _bytes = new byte[Math.Max(16, capacity)];
    private int _length;

    /// <summary>What was added.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Adds a number that may be negative.</summary>
    public void Add(long value) => AddUnsigned((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Adds a number that is not.</summary>
    public void AddUnsigned(ulong value)
    {
        if (_length + 10 > _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
        for (; value >= 0x80; value >>= 7) _bytes[_length++] = (byte)(value | 0x80);
        _bytes[_length++] = (byte)value;
    }
}
