using Axfl.Contracts;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Content;

/// <summary>The offset of a zone over the time of a run.</summary>
/// <param name="Name">IANA name, or UTC.</param>
/// <param name="At">Unix s from which on an offset holds; the first lies before the run.</param>
/// <param name="Offset">Seconds local time is ahead of UTC.</param>
internal sealed record ZoneTable(string Name, IReadOnlyList<long> At, IReadOnlyList<long> Offset)
{
    private static readonly string[] Usual = ["Europe/London", "America/New_York", "Asia/Tokyo"];

    /// <summary>UTC, the zones of the plan, London, New York and Tokyo.</summary>
    public static IReadOnlyList<ZoneTable> Of(RunRecord run)
    {
        var (from, until) = Period(run);
        var zones = run.Engine.Symbols.SelectMany(s => s.Slots).SelectMany(s => s.Windows).Select(w => w.Zone).Append(run.Engine.TradingDay.Zone)
            .Concat(Usual.Select(TimeZoneInfo.FindSystemTimeZoneById)).Where(z => !z.Equals(TimeZoneInfo.Utc)).DistinctBy(z => z.Id);
        return [new("UTC", [from], [0]), .. zones.Select(z => Of(z, from, until))];
    }

    private static ZoneTable Of(TimeZoneInfo zone, long from, long until)
    {
        const long Look = 12 * 3600;
        List<long> at = [from], offsets = [OffsetAt(zone, from)];
        for (var time = from; time < until; time += Look)
        {
            var next = OffsetAt(zone, time + Look);
            if (next == offsets[^1]) continue;
            at.Add(Change(zone, time, time + Look));
            offsets.Add(next);
        }

        return new ZoneTable(zone.Id, at, offsets);
    }

    // By halves: the first second with the later offset.
    private static long Change(TimeZoneInfo zone, long before, long after)
    {
        var offset = OffsetAt(zone, after);
        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            if (OffsetAt(zone, middle) == offset) after = middle;
            else before = middle;
        }

        return after;
    }

    private static long OffsetAt(TimeZoneInfo zone, long time) => (long)zone.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(time)).TotalSeconds;

    // From before the warm-up to behind the last exit, whole days.
    private static (long From, long Until) Period(RunRecord run)
    {
        const long Day = 86_400, Margin = 40 * Day;
        var first = run.Since ?? run.TradedSince ?? 0;
        var last = Math.Max(run.Until ?? first, run.Trades.Count > 0 ? EventTime.FromDateTime(run.Trades[^1].ExitTime) : first);
        return (Math.Max(0, first / 1000 / Day * Day - Margin), last / 1000 / Day * Day + Margin);
    }
}
