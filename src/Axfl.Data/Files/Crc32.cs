using System.Runtime.CompilerServices;

namespace Axfl.Data.Files;

/// <summary>CRC-32 as zip archives have it (ISO 3309, reflected polynomial EDB88320), eight bytes at a time.</summary>
/// <remarks>M. E. Kounavis, F. L. Berry, Novel Table Lookup-Based Algorithms for High-Performance CRC Generation (2008).</remarks>
internal sealed class Crc32
{
    private static readonly uint[] Tables = MakeTables();
    private uint _state = uint.MaxValue;

    /// <summary>The value of what has been added.</summary>
    public uint Value => ~_state;

    /// <summary>Adds bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (state, tables) = (_state, Tables);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = state ^ (uint)(bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24);
            state = tables[7 * 256 + (int)(low & 255)] ^ tables[6 * 256 + (int)(low >> 8 & 255)] ^ tables[5 * 256 + (int)(low >> 16 & 255)] ^ tables[4 * 256 + (int)(low >> 24)]
                ^ tables[3 * 256 + bytes[4]] ^ tables[2 * 256 + bytes[5]] ^ tables[256 + bytes[6]] ^ tables[bytes[7]];
        }

        foreach (var b in bytes) state = tables[(int)((state ^ b) & 255)] ^ state >> 8;
        _state = state;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? value >> 1 ^ 0xEDB88320 : value >> 1;
            tables[i] = value;
        }

        for (var i = 256; i < tables.Length; i++) tables[i] = tables[i - 256] >> 8 ^ tables[tables[i - 256] & 255];
        return tables;
    }
}
