using System.Numerics;

namespace Axfl.Runs.Live;

/// <summary>Times by count, in classes a sixteenth of a power of two wide: percentiles to 7 % without keeping the times. Allocates nothing.</summary>
internal sealed class LatencyHistogram
{
    private const int Parts = 16;
    private readonly long[] _counts = new long[64 * Parts];
    private long _count;

    /// <summary>Takes a time, in ticks of <see cref="TimeSpan"/> (100 ns); negative ones count as 0.</summary>
    public void Add(long ticks)
    {
        _counts[ClassOf(Math.Max(0, ticks))]++;
        _count++;
    }

    /// <summary>A percentile in milliseconds: the upper end of its class; null without a time.</summary>
    /// <param name="share">0 to 1.</param>
    public double? Percentile(double share)
    {
        if (_count == 0) return null;
        var wanted = Math.Max(1, (long)Math.Ceiling(share * _count));
        for (var i = 0; i < _counts.Length; i++)
            if ((wanted -= _counts[i]) <= 0) return UpperEnd(i) / (double)TimeSpan.TicksPerMillisecond;
        return null;
    }

    private static int ClassOf(long ticks)
    {
        if (ticks < Parts) return (int)ticks;
        var power = BitOperations.Log2((ulong)ticks);
        return (power - 3) * Parts + (int)((ticks >> (power - 4)) - Parts);
    }

    private static long UpperEnd(int index)
    {
        if (index < Parts) return index;
        var power = index / Parts + 3;
        return ((long)(index % Parts + Parts + 1) << (power - 4)) - 1;
    }
}
