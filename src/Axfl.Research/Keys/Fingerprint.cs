using System.Buffers.Binary;
using Axfl.Engine.Portfolio;

namespace Axfl.Research.Keys;

/// <summary>A byte a bar: enough to find the first bar in which data differ from what they were, without keeping them.</summary>
internal static class Fingerprint
{
    /// <summary>Of the bars of all symbols, one symbol after the other, each after the number of its bars.</summary>
    public static byte[] Of(IReadOnlyList<SharedBars> series)
    {
        var print = new byte[series.Sum(s => sizeof(int) + s.Count)];
        var at = 0;
        foreach (var bars in series)
        {
            BitConverter.TryWriteBytes(print.AsSpan(at), bars.Count);
            at += sizeof(int);
            for (var b = 0; b < bars.Count; b++) print[at++] = Of(bars.At(b, 0));
        }

        return print;
    }

    /// <summary>The first bar of these in which they differ from those of a fingerprint: symbol and place; a place behind the last bar: they end earlier. Null: it cannot be told.</summary>
    public static (int Symbol, int Bar)? Difference(IReadOnlyList<SharedBars> series, byte[] before)
    {
        var at = 0;
        for (var i = 0; i < series.Count; i++)
        {
            if (at + sizeof(int) > before.Length) return null;
            var count = BitConverter.ToInt32(before, at);
            at += sizeof(int);
            var bars = series[i];
            for (var b = 0; b < Math.Min(count, bars.Count); b++)
                if (before[at + b] != Of(bars.At(b, 0))) return (i, b);
            if (count != bars.Count) return (i, Math.Min(count, bars.Count));
            at += count;
        }

        return null;
    }

    private static byte Of(in StepBar step)
    {
        Span<byte> bytes = stackalloc byte[64];
        DatasetKey.Write(bytes, step.Bar, step.OpenSpread, step.CloseSpread);
        var hash = Mixed(bytes, 0);
        foreach (ref readonly var inner in step.Inner.Span)
        {
            DatasetKey.Write(bytes, inner.Bar, inner.OpenSpread, inner.CloseSpread);
            hash = Mixed(bytes, hash);
        }

        return (byte)(hash >> 56);
    }

    // Multiplication by an odd number, the golden ratio of 2^64, carries each bit upwards; the highest byte has seen them all.
    private static ulong Mixed(ReadOnlySpan<byte> bytes, ulong hash)
    {
        for (var i = 0; i < bytes.Length; i += sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[i..])) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash * 0x9E3779B97F4A7C15;
    }
}
