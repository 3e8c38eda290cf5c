using Axfl.Contracts;
using Axfl.Reports.Content;

namespace Axfl.Reports.Page;

/// <summary>The head of the page: which run it is.</summary>
internal static class Head
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        var run = content.Run;
        html.Raw("<header>\n<h1>").Text(run.Id);
        if (run.State is not RunStates.Ended || run.Summary is null) html.Raw(" <small>").Text($"{(run.SummaryDamage is null ? State(run.State) : "how it ended is not known,")} up to {Shown.Moment(run.ShownUntil)}").Raw("</small>");
        html.Raw("</h1>\n<p id=\"about\">").Text(About(content)).Raw("</p>\n");
        if (run.IsInvented) html.Raw("<p class=\"warn\">").Text("Generated bars: they show how the program works and say nothing about a market.").Raw("</p>\n");
        if (run.Summary?.Error is { Length: > 0 } error) html.Raw("<p class=\"warn\">").Text(error).Raw("</p>\n");
        if (content.DamageNote is { } damage) html.Raw("<p class=\"warn\">").Text(damage).Raw("</p>\n");
        html.Raw("<form id=\"filters\" hidden></form>\n</header>\n");
    }

    private static string State(string state) => state switch
    {
        RunStates.Running => "not ended,",
        RunStates.Killed => "not ended, its process is gone;",
        RunStates.Ended => "without a summary,",
        _ => state + ",",
    };

    private static string About(ReportContent content)
    {
        var run = content.Run;
        string[] parts =
        [
            run.Mode == "ws" ? "Live, on paper" : "Replay", run.Source, string.Join(", ", run.Instruments.Select(i => i.Symbol)), run.Engine.Interval.ToString(),
            $"{Shown.Date(run.ShownSince)} to {Shown.Date(run.ShownUntil - 1)}", run.LedgerHash.Length >= 12 ? "ledger " + run.LedgerHash[..12] : "", run.Version.Length > 0 ? "version " + run.Version : "",
        ];
        return string.Join(" \u00b7 ", parts.Where(p => p.Length > 0));
    }
}
