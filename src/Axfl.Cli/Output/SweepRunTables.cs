using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>Sweeps as tables. A best trial never stands without what belongs beside it.</summary>
internal static class SweepRunTables
{
    private const double Mebibyte = 1 << 20;

    /// <summary>Trials: number, axes, trades, R, mean R, drawdown, cost share.</summary>
    public static TextTable Trials(IReadOnlyList<SweepTrial> trials)
    {
        var axes = SweepCells.Axes(trials);
        var hasErrors = trials.Any(static t => t.Error is not null);
        string[] Error(string text) => hasErrors ? [text] : [];
        var table = new TextTable("", [">trial", .. SweepCells.Headings(axes), .. Error("error")]);
        foreach (var t in trials) table.Add([SweepCells.Whole(t.Trial), .. SweepCells.Of(t, axes), .. Error(t.Error ?? "")]);
        return table;
    }

    /// <summary>What came of a sweep.</summary>
    public static TextTable Report(SweepReport report, SweepBest? best)
    {
        var table = new TextTable("", "", "");
        table.Add("sweep", report.Sweep + (report.Interrupted ? " (stopped: the same command goes on)" : report.Submitted ? " (submitted)" : ""));
        table.Add("trials", $"{Numbers.Count(report.Done)} done, {Numbers.Count(report.Failed)} failed, {Numbers.Count(report.Left)} left; {Numbers.Count(report.Reused)} were in the store");
        if (report.Chunks > 0) table.Add("chunks", Numbers.Count(report.Chunks));
        if (best is not null) table.Add("best", best.ToString());
        table.Add("time", SweepOutput.Time(TimeSpan.FromSeconds(report.WallSeconds)));
        table.Add("store", report.Store);
        if (report.Alarms.Count > 0) table.Add("alarm", $"{Counted.Of(report.Alarms.Count, "trial")} did not reproduce");
        return table;
    }

    /// <summary>What a sweep would do.</summary>
    public static TextTable Plan(SweepEstimate plan)
    {
        var table = new TextTable("", "", "");
        table.Add("sweep", plan.Sweep);
        table.Add("trials", $"{Numbers.Count(plan.Trials)} of {Counted.Of(plan.Points, "point")} ({Numbers.Count(plan.Excluded)} excluded by conditions, {Numbers.Count(plan.Repeated)} repeated)");
        foreach (var e in plan.Exclusions) table.Add("", $"{e.Condition}: excludes {Numbers.Count(e.Points)}");
        table.Add("in the store", Numbers.Count(plan.Known));
        table.Add("signal streams", Numbers.Count(plan.Streams));
        table.Add("bars", $"{Numbers.Count(plan.Bars)}, traded from {Numbers.Time(plan.Since)} to {Numbers.Time(plan.Until)} UTC");
        table.Add("expected time", $"{SweepOutput.Time(plan.Time)}, {Counted.Of(plan.Throttle, "trial")} at the same time");
        table.Add("memory", string.Create(CultureInfo.InvariantCulture, $"{plan.Memory / Mebibyte:0} MiB of {plan.FreeMemory / Mebibyte:0} MiB that are free"));
        return table;
    }

    /// <summary>Trials that were run again.</summary>
    public static TextTable Checks(IReadOnlyList<SweepCheck> checks)
    {
        var table = new TextTable("", ">trial", "ok", "ledger", "replay", "problem");
        foreach (var c in checks) table.Add(SweepCells.Whole(c.Trial), c.Ok ? "yes" : "NO", Cut(c.LedgerHash), Cut(c.ReplayHash), c.Problem ?? "");
        return table;
    }

    private static string Cut(string? hash) => hash is null ? "-" : hash.Length > 12 ? hash[..12] : hash;
}
