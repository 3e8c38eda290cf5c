using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>At each cut a fresh instance sees the bars up to it and then other ones: what it did until then must be what it did on the real ones.</summary>
internal static class LookAheadCheck
{
    private const string Name = "look-ahead";
    private const int ActionCuts = 1000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>How the bars after a cut are changed; null: there are none.</summary>
    private static readonly (string Name, Func<Bar, Bar, double, Bar>? Change)[] Futures =
    [
        ("shifted by 50 ATR", static (bar, _, size) => BarRange.Moved(bar, size, 0)),
        ("mirrored", static (bar, cut, _) => BarRange.Mirrored(bar, cut.Close)),
        ("none", null),
    ];

    /// <summary>Runs it.</summary>
    /// <param name="subject">The strategy.</param>
    /// <param name="spread">Cuts spread over the period.</param>
    /// <param name="report">Told the share that is done.</param>
    /// <param name="cancellation">Stops it.</param>
    public static CheckResult Run(CheckedStrategy subject, int spread, Action<double> report, CancellationToken cancellation)
    {
        var bars = subject.Case.Bars;
        var sizes = BarRange.FiftyRanges(bars);
        var cuts = Cuts(subject, spread, out var atActions, out var left);
        var done = $"{cuts.Count} cuts, {atActions} of them at actions" + (left > 0 ? $" ({left} more are left out for their time)" : "") + ", each followed by bars shifted by 50 ATR, mirrored and none";
        var faults = 0;
        for (var i = 0; i < cuts.Count; i++)
        {
            report((double)i / cuts.Count);
            foreach (var future in Futures)
            {
                var cut = bars[cuts[i]].Time;
                ActionDifference? difference = null;
                var place = cuts[i];
                if (StrategyFault.Of(() => difference = Difference(subject, place, sizes[place], future.Change, ref faults, cancellation)) is { } error)
                    return CheckResult.Failed(Name, $"before the cut {EventTime.ToIso(cut)} the strategy fails, which it did not the first time: {error}");
                if (difference is not null)
                    return CheckResult.Failed(Name, $"an action at or before a cut differs ({done})", difference.Of(Name, "bars after the cut: " + future.Name, cut));
            }
        }

        return CheckResult.Passed(Name, done + (faults == 0 ? "" : $"; on such bars the strategy failed after {Counted.Of(faults, "cut")}"));
    }

    private static ActionDifference? Difference(CheckedStrategy subject, int cut, double size, Func<Bar, Bar, double, Bar>? change, ref int faults, CancellationToken cancellation)
    {
        var bars = subject.Case.Bars;
        var feed = new StrategyFeed(subject.Case.Definition, subject.Case.Setup).Add(bars[..(cut + 1)], cancellation);
        // What it did is written down and stays: later bars can change it for the next instance alone, by what instances share.
        var difference = ActionDifference.First(subject.Until(bars[cut].Time), feed.Actions);
        // Two days of another future are enough to tell it from the real one; what is done on them does not count.
        var end = change is null ? cut : Math.Min(bars.Length - 1, cut + (int)Math.Max(1, 2 * EventTime.Day / subject.Case.Setup.Interval.Milliseconds));
        var fault = StrategyFault.Of(() =>
        {
            for (var i = cut + 1; i <= end; i++) feed.Add(change!(subject.Case.Bars[i], subject.Case.Bars[cut], size));
        });
        if (fault is not null) faults++;
        return difference;
    }

    // Spread ones first; those at actions as many as there is time for, spread over all of them.
    private static List<int> Cuts(CheckedStrategy subject, int spread, out int atActions, out int left)
    {
        var bars = subject.Case.Bars;
        var cuts = new SortedSet<int>();
        for (var k = 1; k <= spread; k++) cuts.Add((int)((long)(bars.Length - 1) * k / spread));
        var times = subject.Actions.Select(a => a.Time).Distinct().ToArray();
        var wanted = Math.Min(ActionCuts, times.Length);
        var room = (subject.BarsWithin(Limit) / (Futures.Length * bars.Length / 2.0)) - cuts.Count;
        atActions = (int)Math.Clamp(room, Math.Min(wanted, 1), wanted);
        left = wanted - atActions;
        for (var k = 0; k < atActions; k++) cuts.Add(PlaceOf(times[(int)((long)times.Length * k / atActions)], bars));
        return [.. cuts];
    }

    private static int PlaceOf(long time, ReadOnlySpan<Bar> bars)
    {
        int low = 0, high = bars.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bars[middle].Time < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
