using Axfl.Reports.Content;

namespace Axfl.Reports.Page;

/// <summary>What only live runs have.</summary>
internal static class LivePanel
{
    /// <summary>Writes it; nothing for a replay.</summary>
    public static void Write(Html html, ReportContent content)
    {
        if (content.Run.Live is not { } live) return;
        var (feed, number) = (content.Run.LastStatus?.Ws, new Table("Live", "number", ">value"));
        number.Add("connected", Shown.Percent(live.Connected));
        foreach (var instrument in content.Run.Instruments) number.Add($"{instrument.Symbol} stale", Shown.Percent(live.StaleShare(instrument.Symbol)));
        number.Add("answers of history to gaps", Shown.Number(live.Repairs)).Add("bars from history", Shown.Number(live.Missed)).Add("prices late", Shown.Number(live.Late))
            .Add("prices and frames not used", Shown.Number(live.Rejected)).Add("latency, median", feed?.LatencyP50Ms is { } p50 ? Shown.Number(p50, 1) + " ms" : "-")
            .Add("latency, 99 %", feed?.LatencyP99Ms is { } p99 ? Shown.Number(p99, 1) + " ms" : "-").Add("starts", "1").Add("resumes", Shown.Number(live.Resumes.Count));
        Panel.Write(html, "live", "Live", "Shares of the time in which the market was open, from the first price to the last word of the run.", null, number);
    }
}
