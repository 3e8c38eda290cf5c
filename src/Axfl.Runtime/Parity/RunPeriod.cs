using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>When a run traded, and which bars it wanted. Unix ms; ends exclusive.</summary>
/// <param name="Since">Start of trading.</param>
/// <param name="Until">End of trading.</param>
/// <param name="BarsFrom">First open time of its bars, warm-up included.</param>
/// <param name="BarsUntil">End of its bars.</param>
internal readonly record struct RunPeriod(long Since, long Until, long BarsFrom, long BarsUntil)
{
    /// <summary>The period of a replay.</summary>
    public static RunPeriod Of(DateTime since, DateTime until, RunPlan plan)
    {
        var (from, end) = (EventTime.FromDateTime(since), EventTime.FromDateTime(until));
        return new RunPeriod(from, end, Warmup.Start(from, plan.WarmupDays), end);
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
