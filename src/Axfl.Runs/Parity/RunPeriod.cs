using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Sessions;

namespace Axfl.Runs.Parity;

/// <summary>When a run traded, and which bars it wanted. Unix ms; ends exclusive.</summary>
/// <param name="Since">Start of trading.</param>
/// <param name="Until">End of trading.</param>
/// <param name="BarsFrom">First open time of its bars, warm-up included.</param>
/// <param name="BarsUntil">End of its bars.</param>
internal readonly record struct RunPeriod(long Since, long Until, long BarsFrom, long BarsUntil)
{
    /// <summary>The period of a replay of bars; null: it has written neither a summary nor a status.</summary>
    public static RunPeriod? OfReplay(RunSummary? summary, PortfolioStatus? status, RunPlan plan)
    {
        if ((summary?.Since ?? status?.Since) is not { } since) return null;
        var from = EventTime.FromDateTime(since);
        var end = summary?.Until is { } until ? EventTime.FromDateTime(until) : long.MaxValue;
        return new RunPeriod(from, end, Warmup.Start(from, plan.WarmupDays), end);
    }

    /// <summary>The same, cut at the last status of a run that did not come to its end; null: it did.</summary>
    public RunPeriod CutAt(PortfolioStatus? last, Interval interval)
    {
        if (last is null) return this;
        var end = EventTime.FromDateTime(last.Now) + interval.Milliseconds;
        return this with { Until = Math.Min(Until, end), BarsUntil = Math.Min(BarsUntil, end) };
    }

    /// <summary>The period of a live run: its journal is read to the end. Of the bar in which it stopped there is nothing to compare.</summary>
    public static RunPeriod OfJournal(JournalBars bars, RunPlan plan)
    {
        var since = bars.Start.Since;
        var end = long.MinValue;
        while (bars.TryRead(out var bar)) end = Math.Max(end, bar.Bar.Time + plan.Engine.Interval.Milliseconds);
        return new RunPeriod(since, Math.Max(Math.Max(since, end), bars.LastTime) + 1, Warmup.Start(since, plan.WarmupDays), end);
    }
}
