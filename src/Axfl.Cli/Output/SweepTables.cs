using System.Globalization;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>Sweeps, trials and their statistics as tables.</summary>
internal static class SweepTables
{
    /// <summary>Sweeps of a store.</summary>
    public static TextTable List(IEnumerable<SweepInfo> sweeps)
    {
        var table = new TextTable("", "sweep", ">trials", ">done", ">failed", ">left", ">per s", ">tried ever", "symbols", "interval", "since", "until");
        foreach (var s in sweeps)
        {
            table.Add(
                s.Sweep, Numbers.Count(s.Trials), Numbers.Count(s.Done), Numbers.Count(s.Failed), Numbers.Count(s.Left), Numbers.Ratio(s.Rate), Numbers.Count(s.TriedEver),
                string.Join(' ', s.Symbols), s.Interval, Numbers.Time(s.Since), Numbers.Time(s.Until));
        }

        return table;
    }

    /// <summary>Trials of a sweep: a column an axis.</summary>
    public static TextTable Trials(IReadOnlyList<SweepTrial> trials, bool isBest)
    {
        var axes = SweepCells.Axes(trials);
        string[] Deflated(string text) => isBest ? [text] : [];
        var table = new TextTable("", [">trial", "state", .. SweepCells.Headings(axes), .. Deflated(">" + SweepFigureNames.Deflated), "error"]);
        foreach (var t in trials) table.Add([SweepCells.Whole(t.Trial), t.State, .. SweepCells.Of(t, axes), .. Deflated(Numbers.Ratio(t.Deflated)), t.Error ?? ""]);
        return table;
    }

    /// <summary>What stands beside the best trials.</summary>
    public static string Doubt(SweepTrial best) => string.Create(
        CultureInfo.InvariantCulture,
        $"Best of {Numbers.Count(best.TriedEver ?? 0)} plans ever tried on these bars, over {Numbers.Count(best.Days ?? 0)} trading days; deflated: the probability that a trial is better than the best of so many without skill.");

    /// <summary>The statistics of a sweep.</summary>
    public static TextTable Measure(SweepMeasure m)
    {
        var table = new TextTable("", "figure", ">value", ">best", ">recommended");
        void Add(string name, string value) => table.Add(name, value, "", "");
        void Both(string name, Func<SweepCandidate, string> cell) => table.Add(name, "", m.Best is { } b ? cell(b) : "-", m.Recommended is { } r ? cell(r) : "-");
        Add("verdict", m.Verdict ?? "-");
        Add("selection", m.Selection ?? "-");
        Add("trials measured", string.Create(CultureInfo.InvariantCulture, $"{m.Measured} of {m.Trials}"));
        Add("failed, left, below min trades", string.Create(CultureInfo.InvariantCulture, $"{m.Failed}, {m.Left}, {m.LeftOut}"));
        Add("plans ever tried on these bars", Numbers.Count(m.TriedEver));
        Add(SweepFigureNames.EffectiveTrials, Numbers.Ratio(m.EffectiveTrials));
        Add("trading days", Numbers.Count(m.Days));
        Add("expected best " + SweepFigureNames.DaySharpe, Numbers.Fine(m.ExpectedBest));
        Add(SweepFigureNames.Deflated, Numbers.Ratio(m.Deflated));
        Add(SweepFigureNames.Deflated + ", effective trials", Numbers.Ratio(m.DeflatedEffective));
        Add(SweepFigureNames.Pbo, Numbers.Ratio(m.Pbo));
        Add("loses outside", Numbers.Share(m.LossOutside));
        Add("slope outside on inside", Numbers.Ratio(m.Slope));
        Add(SweepFigureNames.SpaP + " lower, consistent, upper", $"{Numbers.Ratio(m.SpaLower)} {Numbers.Ratio(m.SpaConsistent)} {Numbers.Ratio(m.SpaUpper)}");
        Both("trial", static c => SweepCells.Whole(c.Trial));
        foreach (var axis in m.Best?.Parameters.Keys ?? []) Both("  " + axis + (m.AtEdge.Contains(axis) ? " (best at the end)" : ""), c => SweepCells.Value(c.Parameters, axis));
        Both("objective, " + m.Objective, static c => Numbers.Fine(c.Objective));
        Both("trades", static c => c.Trades is { } t ? Numbers.Count(t) : "-");
        Both("R", static c => Numbers.R(c.TotalR));
        Both("drawdown R", static c => SweepCells.Drawdown(c.MaxDrawdownR));
        Both("cost share", static c => Numbers.Share(c.CostShare));
        Both(SweepFigureNames.MeanTradeR, static c => Numbers.Fine(c.MeanTradeR));
        Both("its error by days, t", static c => $"{Numbers.Fine(c.MeanTradeRError)}, {Numbers.Ratio(c.MeanTradeRT)}");
        Both(SweepFigureNames.MeanDayR, static c => Numbers.Fine(c.MeanDayR));
        Both("its 95 % interval", static c => $"{Numbers.Fine(c.IntervalLow)} to {Numbers.Fine(c.IntervalHigh)}");
        Both(SweepFigureNames.DaySharpe, static c => Numbers.Fine(c.DaySharpe));
        Both(SweepFigureNames.Psr, static c => Numbers.Ratio(c.Psr));
        Both(SweepFigureNames.MinDays, static c => SweepCells.MinDays(c.MinDays));
        Both("neighbours", static c => SweepCells.Whole(c.Neighbours));
        Both("their median, worst", static c => $"{Numbers.Fine(c.NeighbourMedian)}, {Numbers.Fine(c.NeighbourWorst)}");
        Both("share of them above 0", static c => Numbers.Share(c.NeighboursAbove));
        Both(SweepFigureNames.PlateauRatio, static c => Numbers.Ratio(c.PlateauRatio));
        foreach (var undefined in m.Undefined) Add("undefined: " + SweepFigureNames.Of(undefined.Name), undefined.Reason);
        return table;
    }

    /// <summary>Says that a holdout was opened: every table of the sweep says so.</summary>
    public static void SayHoldout(SweepInfo sweep, CommandContext context)
    {
        if (sweep.HoldoutOpenedAt is { } at)
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sweep '{sweep.Sweep}': holdout opened on {at:yyyy-MM-dd} for {Counted.Of(sweep.HoldoutTrials, "trial")}."));
    }
}
