using Axfl.Engine.Sessions;
using Axfl.Reports.Bars;
using Axfl.Reports.Content;

namespace Axfl.Reports.Page;

/// <summary>Why a run made no trade.</summary>
internal static class NoTrades
{
    /// <summary>In one sentence.</summary>
    public static string Sentence(ReportContent content)
    {
        var decisions = content.Run.Decisions;
        if (decisions.Count == 0)
        {
            var windows = content.Bars.Series is { } series ? $" in {Shown.Many(WindowsWithBars(content, series), "window")} with bars" : "";
            return $"No trade: no strategy placed an order{windows}.";
        }

        string[] causes =
        [
            .. content.Refusals.GroupBy(r => r.Refusal.IsCancelled ? $"cancelled ({r.Refusal.Decision.Result})" : $"refused by {r.Refusal.Decision.Result}")
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{Shown.Number(g.Count())} {g.Key}"),
        ];
        var placed = decisions.Count(d => d.Stage == "place");
        return $"No trade. Of {Shown.Many(placed, "order")} placed: {(causes.Length > 0 ? string.Join(", ", causes) : "all still wait or have not closed")}.";
    }

    // Windows of all strategies that opened in the traded period and have a bar.
    private static int WindowsWithBars(ReportContent content, RunSeries series)
    {
        var (run, count) = (content.Run, 0);
        if (run.TradedSince is not { } since || run.TradedUntil is not { } until) return 0;
        var windows = run.Engine.Strategies.SelectMany(s => run.Engine.Symbols.SelectMany(y => y.Slots).First(slot => slot.Strategy == s).Windows);
        foreach (var window in windows)
        {
            for (var time = since; NextWindow.At([window], time) is { } next && next.Start < until; time = next.End)
                if (series.Symbols.Any(s => FilledOrders.LastAtOrBefore(s.Bars, next.End - 1) is >= 0 and var at && s.Bars[at].Time >= Math.Max(since, next.Start))) count++;
        }

        return count;
    }
}
