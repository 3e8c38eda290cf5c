using Axfl.Contracts;
using Axfl.Engine.Fills;
using Axfl.Engine.Plan;
using Axfl.Research.Trials;

namespace Axfl.Research.Ambiguity;

/// <summary>Bounds of what the bars of a run cannot tell.</summary>
internal static class AmbiguityMeasure
{
    private const double Tolerance = 1e-9;

    /// <summary>Measures it.</summary>
    /// <param name="run">The run; its bars with those of a lower interval, where there are any.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public static RunAmbiguity Of(MeasuredRun run, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var drilled = DrilledShare(run);
        IntrabarPolicy[] policies = drilled > 0
            ? [IntrabarPolicy.Worst, IntrabarPolicy.Path, IntrabarPolicy.Best, IntrabarPolicy.Drill] : [IntrabarPolicy.Worst, IntrabarPolicy.Path, IntrabarPolicy.Best];
        var totals = ManyRuns.Of(
            policies.Length, run.Plan, i => run.Again(run.Plan with { Intrabar = policies[i] }, cancellation).Metrics.TotalR, "fill models", progress, cancellation);
        progress?.Report(new("undecided trades", 0));
        var trades = UndecidedTrades.Of(run.Plan, run.Bars, cancellation);
        progress?.Report(new("undecided trades", 1));
        var undecided = trades.Where(t => t.IsUndecided).ToList();
        var (worst, best) = (trades.Sum(t => t.WorstR), trades.Sum(t => t.BestR));
        string[] outside = [.. policies.Where((_, i) => totals[i] < worst - Tolerance || totals[i] > best + Tolerance).Select(Name)];
        return new RunAmbiguity
        {
            Run = run.Id,
            Profile = run.Run.Profile,
            Intrabar = Name(run.Plan.Intrabar),
            Trades = trades.Count,
            TotalR = run.AsRun.Metrics.TotalR,
            CostShare = run.AsRun.Metrics.CostShare,
            AmbiguousBars = undecided.SelectMany(t => t.AmbiguousBars.Select(bar => (t.Trade.Instrument.Symbol, bar))).Distinct().Count(),
            UndecidedTrades = undecided.Count,
            WorstR = totals[0],
            PathR = totals[1],
            BestR = totals[2],
            DrillR = drilled > 0 ? totals[3] : null,
            DrilledShare = drilled,
            FixedWorstR = worst,
            FixedBestR = best,
            OutsideBounds = outside,
            Note = Note(outside, drilled),
            Undecided = [.. undecided.Select(Public)],
        };
    }

    private static string Note(string[] outside, double drilled)
    {
        List<string> notes = [];
        if (outside.Length > 0)
            notes.Add($"The runs {string.Join(", ", outside)} leave the fixed bounds: with other exits, limits and halts let in other trades or kept some out.");
        if (drilled == 0) notes.Add("There are no bars of a lower interval to drill into.");
        else if (drilled < 1) notes.Add(FormattableString.Invariant($"{drilled:P1} of the traded bars have bars of a lower interval: the others are taken as worst."));
        return string.Join(' ', notes);
    }

    private static UndecidedTrade Public(BoundedTrade t) => new(
        t.Trade.Id, t.Trade.Instrument.Symbol, t.Trade.Strategy, EventTime.ToDateTime(t.Trade.EntryTime), EventTime.ToDateTime(t.AmbiguousBars[0]), t.Trade.R, t.WorstR, t.BestR);

    private static double DrilledShare(MeasuredRun run)
    {
        long all = 0, drilled = 0;
        foreach (var bars in run.Bars)
        {
            for (var i = 0; i < bars.Count; i++)
            {
                if (bars.Bars[i].Time < run.Plan.Since) continue;
                all++;
                if (!bars.At(i, 0).Inner.IsEmpty) drilled++;
            }
        }

        return all == 0 ? 0 : (double)drilled / all;
    }

    private static string Name(IntrabarPolicy policy) => IntrabarModels.Names.First(n => n.Policy == policy).Name;
}
