using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Markets;

namespace Axfl.Providers.Common.History;

/// <summary>Lets through what may be traded on: complete, valid, in the window, inside the FX week, each time once, ascending.</summary>
internal sealed class PageFilter(Interval interval)
{
    private readonly BarFilter _bid = new(interval);
    private readonly BarFilter _ask = new(interval);
    private readonly BarFilter _mid = new(interval);
    private readonly FxWeek _week = new();

    /// <summary>End (exclusive, unix ms) of the open times of complete bars. Bars up to an hour lie on the clock's grid, longer ones on their provider's.</summary>
    public static long CompleteUntil(long now, Interval interval) =>
        interval.Minutes <= 60 ? now - now % interval.Milliseconds : now - interval.Milliseconds + 1;

    /// <summary>Filters one window.</summary>
    /// <param name="raw">What came.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="now">Unix ms: bars that end later are still forming.</param>
    public HistoryWindow Take(RawWindow raw, long from, long until, long now)
    {
        int rejected = raw.Malformed, weekend = raw.Weekend;
        var bars = new List<SidedBar>(raw.Bars.Count);
        var first = raw.Malformed > 0 ? "a place that cannot be told: a field is missing or not a number" : "";
        foreach (var bar in raw.Bars.OrderBy(b => b.Time))
        {
            if (bar.Time < from || bar.Time >= until || bar.Time + interval.Milliseconds > now) continue;
            if (_week.IsClosed(bar.Time))
            {
                weekend++;
                continue;
            }

            var verdict = Judge(bar);
            if (verdict == BarVerdict.Accepted) bars.Add(bar);
            else if (verdict != BarVerdict.Duplicate)
            {
                rejected++;
                if (first.Length == 0) first = $"{EventTime.ToIso(bar.Time)}: {BarFilter.Describe(verdict, interval)}";
            }
        }

        return new HistoryWindow(from, until, bars, rejected, weekend) { FirstRejected = first };
    }

    private BarVerdict Judge(in SidedBar bar)
    {
        if (bar.IsCrossed) return BarVerdict.Crossed;
        var verdict = _bid.Take(bar.Bid);
        if (verdict == BarVerdict.Accepted && bar.Ask is { } ask) verdict = _ask.Take(ask);
        return verdict == BarVerdict.Accepted && bar.Mid is { } mid ? _mid.Take(mid) : verdict;
    }
}
