using Axfl.Contracts;

namespace Axfl.Research.Pools;

/// <summary>What a sweep needs of memory, and what is free.</summary>
internal static class SweepMemory
{
    private const long Mebibyte = 1 << 20, Base = 64 * Mebibyte, AThread = 4 * Mebibyte;

    /// <summary>Bytes it needs besides its bars.</summary>
    public static long BesidesBars(int threads) => Base + (threads * AThread);

    /// <summary>Bytes that this process may still take.</summary>
    public static long Free()
    {
        var memory = GC.GetGCMemoryInfo(GCKind.Any);
        if (memory.MemoryLoadBytes == 0)
        {
            // Nothing was collected yet, so nothing is known yet.
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            memory = GC.GetGCMemoryInfo(GCKind.Any);
        }

        return Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes) + Math.Max(0, memory.HeapSizeBytes - GC.GetTotalMemory(false));
    }

    /// <summary>Refuses a sweep for which there is not memory enough. Its bars are in memory already.</summary>
    /// <exception cref="AxflException"><c>SweepMemoryShort</c>.</exception>
    public static void Require(SweepBars bars, int threads)
    {
        var (needed, free) = (BesidesBars(threads), Free());
        if (needed <= free) return;
        throw new AxflException("SweepMemoryShort", ErrorKind.Configuration, FormattableString.Invariant(
            $"The sweep needs {needed / Mebibyte} MiB more ({Base / Mebibyte} MiB and {AThread / Mebibyte} MiB for each of {threads} trials at the same time), and {free / Mebibyte} MiB are free; its {bars.Dataset.Bars} bars take {bars.Bytes / Mebibyte} MiB."))
        {
            RecommendedAction = $"Close other programs, give a lower {Spelling.Of("Throttle")}, or a later since or fewer symbols.",
        };
    }
}
