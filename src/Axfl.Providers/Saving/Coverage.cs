using Axfl.Data.Markets;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Saving;

/// <summary>Which parts of a period are at hand: half-open ranges of open times, unix ms.</summary>
internal sealed class Coverage
{
    // Longer than any holiday: what is missing for longer was never fetched.
    private const long LongestRest = 7 * Contracts.EventTime.Day;

    private readonly List<(long From, long Until)> _ranges = [];

    /// <summary>Adds a range.</summary>
    public void Add(long from, long until) => _ranges.Add((from, until));

    /// <summary>Adds bars, ascending: gaps of up to a week between them count as at hand, since the provider had nothing there.</summary>
    public void Add(IReadOnlyList<SidedBar> bars, long step)
    {
        var start = 0;
        for (var i = 0; i < bars.Count; i++)
        {
            if (i + 1 < bars.Count && bars[i + 1].Time - bars[i].Time <= LongestRest) continue;
            Add(bars[start].Time, bars[i].Time + step);
            start = i + 1;
        }
    }

    /// <summary>What is missing of a period, ascending; parts in which the market was closed throughout are not.</summary>
    public IReadOnlyList<(long From, long Until)> Missing(long from, long until)
    {
        var missing = new List<(long, long)>();
        var week = new FxWeek();
        var at = from;
        foreach (var range in _ranges.OrderBy(r => r.From).Append((From: until, Until: until)))
        {
            var end = Math.Min(range.From, until);
            if (at < end && !(week.IsClosed(at) && week.NextOpen(at) >= end)) missing.Add((at, end));
            at = Math.Max(at, range.Until);
        }

        return missing;
    }
}
