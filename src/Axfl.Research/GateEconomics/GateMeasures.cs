using Axfl.Contracts;
using Axfl.Engine.Gates;
using Axfl.Engine.Plan;
using Axfl.Research.Shadows;
using Axfl.Research.Statistics;
using Axfl.Research.Trials;

namespace Axfl.Research.GateEconomics;

/// <summary>What each rule of a plan cost or saved.</summary>
internal static class GateMeasures
{
    /// <summary>Most rules whose subsets are all run.</summary>
    public const int MostRulesOfShapley = 9;

    /// <summary>Measures them, in the order of the rules.</summary>
    /// <exception cref="AxflException">A rule is not known or not in force (<c>RuleUnknown</c>), or there are too many (<c>RulesTooMany</c>).</exception>
    public static IReadOnlyList<GateMeasure> Of(MeasuredRun run, GateRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var rules = Chosen(run.Plan, request);
        if (rules.Length == 0) return [];
        var without = ManyRuns.Of(rules.Length, run.Plan, i => run.Again(rules[i].Remove(run.Plan), cancellation), "without one rule", progress, cancellation);
        progress?.Report(new("refused orders", 0));
        var shadows = RefusedOrders.Of(run.Plan, run.Bars, cancellation).ToLookup(s => s.Gate);
        var luck = Differences(run, rules, without, request.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture), progress, cancellation);
        var holm = Holm.Adjust([.. luck.Select(l => l.P)]);
        var shares = request.Shapley ? Shares(run, rules, progress, cancellation) : null;
        return [.. rules.Select((rule, i) => Row(run, rule, without[i], GateList.HasShadow(rule.Gate) ? [.. shadows[rule.Gate]] : []) with
        {
            SavedRLow = luck[i].Low, SavedRHigh = luck[i].High, P = luck[i].P, PHolm = holm[i], Reason = luck[i].Reason, Days = luck[i].Days,
            AttributedR = shares?.R[i], AttributedPnl = shares?.Pnl[i], NoneR = shares?.None.Metrics.TotalR, NonePnl = shares?.None.Metrics.Pnl,
        })];
    }

    private static PlanRule[] Chosen(EnginePlan plan, GateRequest request)
    {
        var inForce = PlanRules.InForce(plan);
        foreach (var name in request.Rules)
        {
            if (inForce.Any(r => r.Name == name)) continue;
            string[] names = [.. inForce.Select(r => r.Name)];
            var known = PlanRules.InOrder.FirstOrDefault(r => r.Name == name);
            throw new AxflException("RuleUnknown", ErrorKind.Configuration, known is null
                ? $"There is no rule '{name}'.{Suggestion.Ask(name, PlanRules.InOrder.Select(r => r.Name))} In force: {string.Join(", ", names)}."
                : $"The rule {name} is not in force in this plan: {known.Key} is off. In force: {string.Join(", ", names)}.") { Target = name };
        }

        PlanRule[] rules = [.. inForce.Where(r => request.Rules.Count == 0 || request.Rules.Contains(r.Name))];
        if (request.Shapley) RefuseTooMany(rules);
        return rules;
    }

    /// <summary>Refuses more rules than can be shared out.</summary>
    /// <exception cref="AxflException">There are (<c>RulesTooMany</c>).</exception>
    internal static void RefuseTooMany(IReadOnlyList<PlanRule> rules)
    {
        if (rules.Count <= MostRulesOfShapley) return;
        throw new AxflException("RulesTooMany", ErrorKind.Configuration,
            FormattableString.Invariant($"{rules.Count} rules have {1L << rules.Count} subsets: attribution runs those of at most {MostRulesOfShapley}."))
        {
            RecommendedAction = $"Choose rules with {Spelling.Of("Rule")}: {string.Join(", ", rules.Select(r => r.Name))}.",
        };
    }

    private static GateMeasure Row(MeasuredRun run, PlanRule rule, TrialResult without, ShadowResult[] shadows)
    {
        var filled = shadows.Where(s => s.State == ShadowStates.Filled).ToArray();
        return new GateMeasure
        {
            Run = run.Id,
            Rule = rule.Name,
            Gate = rule.Gate,
            Removed = rule.Off,
            TotalR = run.AsRun.Metrics.TotalR,
            WithoutR = without.Metrics.TotalR,
            Trades = run.AsRun.Trades.Count,
            WithoutTrades = without.Trades.Count,
            CostShare = run.AsRun.Metrics.CostShare,
            Days = 0,
            SavedPnl = run.AsRun.Metrics.Pnl - without.Metrics.Pnl,
            Refused = shadows.Length,
            ShadowFilled = filled.Length,
            ShadowOverlapping = shadows.Count(s => s.State == ShadowStates.Overlapping),
            ShadowWins = filled.Count(s => Prices.Above(s.R!.Value, 0)),
            ShadowR = filled.Sum(s => s.R!.Value),
        };
    }

    private static DifferenceOfDays[] Differences(
        MeasuredRun run, PlanRule[] rules, TrialResult[] without, string seed, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var days = run.Days(without);
        var all = run.AsRun.ByDay(days);
        var found = new DifferenceOfDays[rules.Length];
        var done = 0;
        var sync = new object();
        Parallel.For(0, rules.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var difference = without[i].ByDay(days);
            for (var d = 0; d < difference.Length; d++) difference[d] = all[d] - difference[d];
            found[i] = DifferenceOfDays.Of(difference, seed, "gate:" + rules[i].Name);
            lock (sync) progress?.Report(new("resampling days", (double)++done / rules.Length));
        });
        return found;
    }

    private static Attribution Shares(
        MeasuredRun run, PlanRule[] rules, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        // Bit i of a subset: the rule i is in force.
        var runs = ManyRuns.Of(
            1 << rules.Length, run.Plan, subset => run.Again(PlanRules.Without(run.Plan, rules.Where((_, i) => (subset >> i & 1) == 0)), cancellation),
            "all subsets of rules", progress, cancellation);
        return new(Shapley.Values([.. runs.Select(r => r.Metrics.TotalR)]), Shapley.Values([.. runs.Select(r => r.Metrics.Pnl)]), runs[0]);
    }

    private sealed record Attribution(double[] R, double[] Pnl, TrialResult None);
}
