using Axfl.Contracts;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Dukascopy;

/// <summary>Minutes of bid and ask joined, and put together to longer bars side by side.</summary>
internal static class Minutes
{
    /// <summary>Joins the two sides of a day.</summary>
    /// <param name="bid">Minutes of the bid.</param>
    /// <param name="ask">Minutes of the ask.</param>
    /// <param name="interval">Length wanted; divides a day.</param>
    /// <param name="through">End of the day, unix ms.</param>
    /// <param name="isRunning">Whether more may come: then a last bar that lacks its last minute is left out.</param>
    public static RawWindow Join(List<Bar> bid, List<Bar> ask, Interval interval, long through, bool isRunning)
    {
        var asks = ask.GroupBy(a => a.Time).ToDictionary(g => g.Key, g => g.First());
        var pairs = new List<SidedBar>(bid.Count);
        var lone = ask.Count - bid.Count(b => asks.ContainsKey(b.Time));
        foreach (var b in bid.OrderBy(b => b.Time))
        {
            if (!asks.TryGetValue(b.Time, out var a)) lone++;
            else if (!IsFiller(b) || !IsFiller(a)) pairs.Add(new SidedBar(b, a));
        }

        var valid = new PageFilter(new Interval(1)).Take(new RawWindow(pairs, 0, through), long.MinValue, long.MaxValue, long.MaxValue);
        var bars = new List<SidedBar>();
        foreach (var group in valid.Bars.GroupBy(b => b.Time - b.Time % interval.Milliseconds))
            bars.Add(new SidedBar(Together(group.Key, group.Select(b => b.Bid)), Together(group.Key, group.Select(b => b.Ask!.Value))));
        if (isRunning && bars.Count > 0 && valid.Bars[^1].Time + EventTime.Minute < bars[^1].Time + interval.Milliseconds) bars.RemoveAt(bars.Count - 1);
        return new RawWindow(bars, Math.Max(lone, 0) + valid.Rejected, through, valid.Weekend);
    }

    // Quiet minutes are filled with bars of no volume and no range.
    private static bool IsFiller(in Bar bar) => bar.Volume == 0 && bar.High == bar.Low;

    private static Bar Together(long time, IEnumerable<Bar> minutes) => minutes.Select(m => m with { Time = time }).Aggregate((bar, m) => bar with
    {
        High = Math.Max(bar.High, m.High), Low = Math.Min(bar.Low, m.Low), Close = m.Close, Volume = bar.Volume + m.Volume,
    });
}
