using Axfl.Contracts;
using Axfl.Engine.Sessions;
using Axfl.Research.Pools;
using Axfl.Research.Sweeps;

namespace Axfl.Research.WalkForward;

/// <summary>The bars of one part of a window, as a replay of that period alone reads them, its own warm-up included.</summary>
internal static class WindowBars
{
    /// <summary>Reads a period.</summary>
    /// <param name="plan">The sweep.</param>
    /// <param name="since">Start.</param>
    /// <param name="until">End, exclusive.</param>
    /// <param name="gapDays">Last trading days that are left out.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null: no day is left to be traded.</returns>
    public static SweepBars? Read(SweepPlan plan, DateTime since, DateTime until, int gapDays, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var bars = SweepBars.Read(plan, plan.Request with { Since = since, Until = until }, time, null, cancellation);
            var days = bars.Times.TradingDays;
            if (days.Count <= gapDays) return null;
            return gapDays == 0 ? bars : Read(plan, since, StartOf(bars, days[^gapDays]), 0, time, cancellation);
        }
        catch (AxflException e) when (e.ErrorId == "NoBars")
        {
            return null;
        }
    }

    // First bar of a trading day.
    private static DateTime StartOf(SweepBars bars, int name)
    {
        var start = long.MaxValue;
        foreach (var series in bars.Loaded.Bars)
        {
            var day = new TradingDay(bars.Loaded.Run.Engine.TradingDay);
            foreach (ref readonly var bar in series.Bars)
            {
                if (bar.Time < bars.Since) continue;
                _ = day.Roll(bar.Time);
                if (day.Name < name) continue;
                start = Math.Min(start, bar.Time);
                break;
            }
        }

        return EventTime.ToDateTime(start);
    }
}
