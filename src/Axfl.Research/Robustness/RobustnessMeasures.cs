using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Research.Statistics;
using Axfl.Research.Trials;

namespace Axfl.Research.Robustness;

/// <summary>What a run's result, drawdown and losing runs would have been over many seeded draws.</summary>
internal static class RobustnessMeasures
{
    private const int FewestDraws = 10, MostDraws = 100_000;

    private static readonly (string Name, Func<TradeWalk, double> Of)[] Measures =
        [("total_r", w => w.TotalR), ("max_drawdown_r", w => w.MaxDrawdownR), ("longest_losing_run", w => w.LongestLosingRun)];

    /// <summary>Refuses what cannot be drawn; known before any bar is read.</summary>
    /// <exception cref="AxflException">A kind is not known, or there are too few or too many draws (<c>MeasureRequestInvalid</c>).</exception>
    public static void Check(RobustnessRequest request)
    {
        foreach (var kind in request.Kinds)
        {
            if (!RobustnessKinds.All.Contains(kind))
                throw Invalid(Spelling.Of("Kind", kind), $"there is no such kind; use {string.Join(", ", RobustnessKinds.All)}.{Suggestion.Ask(kind, RobustnessKinds.All)}");
        }

        if (request.Draws is < FewestDraws or > MostDraws)
            throw Invalid(Spelling.Of("Draws", request.Draws.ToString(CultureInfo.InvariantCulture)), FormattableString.Invariant($"give a number from {FewestDraws} to {MostDraws}."));
    }

    /// <summary>Measures it: three rows a kind.</summary>
    /// <exception cref="AxflException">A step names no parameter (<c>MeasureRequestInvalid</c>), or a run fails.</exception>
    public static IReadOnlyList<RobustnessMeasure> Of(MeasuredRun run, RobustnessRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var seed = request.Seed.ToString(CultureInfo.InvariantCulture);
        var jitter = new ParameterJitter(run.Plan, request.Steps);
        var days = run.Days();
        var trades = DayDraws.Trades(run.AsRun.Trades, run.AsRun.TradeDays, days);
        var rows = new List<RobustnessMeasure>();
        foreach (var kind in RobustnessKinds.All.Where(k => request.Kinds.Count == 0 || request.Kinds.Contains(k)))
        {
            TradeWalk[] walks = kind == RobustnessKinds.Resample && days.Count < SharpeTests.FewestDays ? [] : ManyRuns.Of(request.Draws, run.Plan, draw => kind switch
            {
                RobustnessKinds.Resample => TradeWalk.Of(trades, DayDraws.Resample(seed, draw, days.Count)),
                // In another order the sum is the same: it is not summed up anew.
                RobustnessKinds.Order => TradeWalk.Of(trades, DayDraws.Shuffle(seed, draw, days.Count)) with { TotalR = run.AsRun.Metrics.TotalR },
                RobustnessKinds.Costs => Again(CostDraws.Draw(run.Plan, seed, draw)),
                RobustnessKinds.Missed => Again(MissedEntries.Draw(run.Plan, seed, draw)),
                _ => TradeWalk.Of(run.Once(jitter.Draw(seed, draw), cancellation).Metrics),
            }, kind, progress, cancellation);
            var breakEven = kind == RobustnessKinds.Costs ? FindBreakEven() : null;
            rows.AddRange(Measures.Select(m => Row(run, kind, m.Name, m.Of(TradeWalk.Of(run.AsRun.Metrics)), [.. walks.Select(m.Of)], days.Count, request) with
            {
                BreakEvenCostFactor = breakEven,
            }));
        }

        return rows;

        TradeWalk Again(EnginePlan plan) => TradeWalk.Of(run.Again(plan, cancellation).Metrics);

        double? FindBreakEven()
        {
            progress?.Report(new("break-even costs", 0));
            return BreakEven.Find(factor => run.Again(CostDraws.At(run.Plan, factor), cancellation).Metrics.TotalR);
        }
    }

    private static RobustnessMeasure Row(MeasuredRun run, string kind, string measure, double asRun, double[] drawn, int days, RobustnessRequest request)
    {
        var row = new RobustnessMeasure
        {
            Run = run.Id,
            Kind = kind,
            Measure = measure,
            AsRun = asRun,
            Draws = drawn.Length,
            Seed = request.Seed,
            Trades = run.AsRun.Trades.Count,
            Days = days,
            CostShare = run.AsRun.Metrics.CostShare,
        };
        if (drawn.Length == 0) return row with { Reason = FormattableString.Invariant($"fewer than {SharpeTests.FewestDays} trading days") };
        Array.Sort(drawn);
        return row with
        {
            Mean = drawn.Average(),
            Q01 = NearestRank.Of(drawn, 0.01), Q05 = NearestRank.Of(drawn, 0.05), Q25 = NearestRank.Of(drawn, 0.25), Q50 = NearestRank.Of(drawn, 0.5),
            Q75 = NearestRank.Of(drawn, 0.75), Q95 = NearestRank.Of(drawn, 0.95), Q99 = NearestRank.Of(drawn, 0.99),
        };
    }

    private static AxflException Invalid(string what, string why) => new("MeasureRequestInvalid", ErrorKind.Configuration, $"{what}: {why}") { Target = what };
}
