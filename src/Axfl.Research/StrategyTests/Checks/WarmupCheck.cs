using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Sessions;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>How much warm-up the strategy needs: the period again with less, against the longest that the data allow.</summary>
internal static class WarmupCheck
{
    private const string Name = "warm-up";
    private static readonly int[] Days = [0, 1, 2, 3, 5, 10, 20, 40];

    /// <summary>Runs it.</summary>
    /// <param name="subject">The strategy.</param>
    /// <param name="rows">What each warm-up changes.</param>
    /// <param name="needs">The least weekdays from which on nothing differs; null: not known.</param>
    /// <param name="cancellation">Stops it.</param>
    public static CheckResult Run(StrategyCase subject, out IReadOnlyList<WarmupNeed> rows, out int? needs, CancellationToken cancellation)
    {
        (rows, needs) = ([], null);
        if (subject.All[0].Time >= subject.Since) return CheckResult.NotRun(Name, $"there are no bars before {EventTime.ToIso(subject.Since)}: give more data, or a later start");
        var longest = Period(subject, subject.All, cancellation);
        List<WarmupNeed> tried = [.. Days.Where(d => Warmup.Start(subject.Since, d) > subject.All[0].Time)
            .Select(d => Need(d, longest, Period(subject, subject.All.AsSpan(PlaceOf(subject, d)), cancellation), subject.Setup.Instrument.Pip))];
        rows = tried;
        var equal = tried.Count;
        while (equal > 0 && tried[equal - 1].ShareThatDiffers == 0) equal--;
        needs = equal < tried.Count ? tried[equal].Days : null;
        var against = $"against all bars from {EventTime.ToIso(subject.All[0].Time)} on";
        return longest.Count == 0 ? CheckResult.NotRun(Name, "there are no actions in the period")
            : needs is { } n ? CheckResult.Information(Name, $"needs {Counted.Of(n, "weekday")}, {against}{Worst(tried[..equal])}")
            : CheckResult.Information(Name, $"needs more than {Counted.Of(tried[^1].Days, "weekday")}, {against}{Worst(tried)}");
    }

    private static string Worst(List<WarmupNeed> less) => less.Count == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; with {less[^1].Days}, {less[^1].ShareThatDiffers:P1} of the actions differ, prices by up to {less[^1].MaxPriceDifferencePips:0.##} pips");

    private static List<StrategyAction> Period(StrategyCase subject, ReadOnlySpan<Bar> bars, CancellationToken cancellation) =>
        [.. subject.Run(bars, cancellation).Where(a => a.Time >= subject.Since)];

    private static int PlaceOf(StrategyCase subject, int days)
    {
        var start = Warmup.Start(subject.Since, days);
        var place = 0;
        while (place < subject.All.Length && subject.All[place].Time < start) place++;
        return place;
    }

    private static WarmupNeed Need(int days, List<StrategyAction> longest, List<StrategyAction> actions, double pip)
    {
        var all = longest.Count + actions.Count;
        return new(days, actions.Count, all == 0 ? 0 : (double)ActionDifference.Count(longest, actions) / all, PriceDifference(longest, actions) / pip);
    }

    private static double PriceDifference(List<StrategyAction> expected, List<StrategyAction> found)
    {
        var others = found.Where(a => a.Kind == ActionKind.Order).ToLookup(a => (a.Time, a.Order.Side, a.Order.Type));
        var most = 0.0;
        foreach (var action in expected.Where(a => a.Kind == ActionKind.Order))
        {
            foreach (var other in others[(action.Time, action.Order.Side, action.Order.Type)])
                most = Math.Max(most, Math.Max(Distance(action.Order.Price, other.Order.Price), Math.Max(Distance(action.Order.StopLoss, other.Order.StopLoss), Distance(action.Order.Target, other.Order.Target))));
        }

        return most;
    }

    private static double Distance(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? 0 : Math.Abs(a - b);
}
