using System.Runtime.CompilerServices;

namespace Axfl.Contracts;

/// <summary>
/// The offsets of a time zone, found once for some months at a time: windows and days ask for the same ones again and again, and the zone itself takes up to
/// two microseconds for a local time.
/// </summary>
/// <remarks>Safe for use by several threads: what two of them find at once is the same.</remarks>
internal sealed class ZoneOffsets
{
    // Blocks of 2^33 ms, 99 days. Between two looks, half a day apart, a zone changes once at the most.
    private const int BlockBits = 33, Blocks = 1100;
    private const long Base = -200L << BlockBits, Look = EventTime.Day / 2;

    private static readonly ConditionalWeakTable<TimeZoneInfo, ZoneOffsets> All = [];
    private static ZoneOffsets? _last;

    private readonly TimeZoneInfo _zone;
    private readonly Stretch[]?[] _blocks = new Stretch[Blocks][];

    private ZoneOffsets(TimeZoneInfo zone) => _zone = zone;

    /// <summary>Those of a zone.</summary>
    public static ZoneOffsets Of(TimeZoneInfo zone)
    {
        var last = _last;
        if (last is not null && ReferenceEquals(last._zone, zone)) return last;
        return _last = All.GetValue(zone, static z => new ZoneOffsets(z));
    }

    /// <summary>Milliseconds local time is ahead of UTC at an instant, unix ms.</summary>
    public long At(long time)
    {
        var offset = 0L;
        foreach (ref readonly var stretch in BlockOf(time))
        {
            if (stretch.From > time) break;
            offset = stretch.Offset;
        }

        return offset;
    }

    /// <summary>
    /// The instant of a local time, both in unix ms as if the latter were UTC: the earlier of two; of a time that is left out the moment at which it is.
    /// </summary>
    public long ToUtc(long local)
    {
        // No zone is a whole day from UTC.
        var earliest = local - EventTime.Day;
        var (from, offset) = (earliest, At(earliest));
        while (true)
        {
            var until = NextChange(from, local + EventTime.Day);
            if (local - offset < until) return Math.Max(local - offset, from);
            (from, offset) = (until, At(until));
        }
    }

    // The first change after an instant; long.MaxValue: none before the end.
    private long NextChange(long after, long end)
    {
        for (var time = after; time < end; time = EndOfBlock(time))
            foreach (ref readonly var stretch in BlockOf(time))
                if (stretch.From > after && At(stretch.From - 1) != stretch.Offset) return stretch.From;
        return long.MaxValue;
    }

    private static long EndOfBlock(long time) => ((time - Base >> BlockBits) + 1 << BlockBits) + Base;

    private ReadOnlySpan<Stretch> BlockOf(long time)
    {
        var block = time - Base >> BlockBits;
        if (block is < 0 or >= Blocks) return Find(block);
        return _blocks[block] ??= Find(block);
    }

    private Stretch[] Find(long block)
    {
        var (from, until) = ((block << BlockBits) + Base, (block + 1 << BlockBits) + Base);
        Stretch[] found = [new(from, Ask(from))];
        for (var look = from; look < until; look += Look)
        {
            var next = Math.Min(look + Look, until - 1);
            if (Ask(next) == found[^1].Offset) continue;
            Array.Resize(ref found, found.Length + 1);
            found[^1] = Change(look, next);
        }

        return found;
    }

    // By halves: the first instant with the later offset.
    private Stretch Change(long before, long after)
    {
        var offset = Ask(after);
        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            if (Ask(middle) == offset) after = middle;
            else before = middle;
        }

        return new Stretch(after, offset);
    }

    private long Ask(long time) => _zone.GetUtcOffset(DateTime.UnixEpoch.AddMilliseconds(time)).Ticks / TimeSpan.TicksPerMillisecond;

    private readonly record struct Stretch(long From, long Offset);
}
