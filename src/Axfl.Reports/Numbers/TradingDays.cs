using Axfl.Data.Markets;
using Axfl.Engine.Sessions;
using Axfl.Reports.Bars;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Numbers;

/// <summary>The trading days of a run: those with a traded bar, and those of exits.</summary>
internal static class TradingDays
{
    /// <summary>Days since 1970-01-01, ascending. Without bars at hand, the days of the FX week in the traded period.</summary>
    public static IReadOnlyList<int> Of(RunRecord run, RunSeries? series) =>
        [.. (series?.Times.TradingDays ?? OfCalendar(run)).Concat(run.TradeDays).Distinct().Order()];

    private static List<int> OfCalendar(RunRecord run)
    {
        var days = new List<int>();
        if (run.TradedSince is not { } from || run.TradedUntil is not { } until) return days;
        var (day, week) = (new TradingDay(run.Engine.TradingDay), new FxWeek());
        for (var time = from; time < until;)
        {
            if (week.IsClosed(time))
            {
                time = week.NextOpen(time);
                continue;
            }

            day.Roll(time);
            days.Add(day.Name);
            time = day.End;
        }

        return days;
    }
}
