using System.Globalization;
using Axfl.Contracts;
using Axfl.Reports.Page;

namespace Axfl.Reports.Sweeps;

/// <summary>The head of the page: which sweep it is, and over which bars.</summary>
internal static class SweepHead
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, SweepReportContent content)
    {
        var (m, data) = (content.Measure, content.Sweep.Dataset);
        string[] parts =
        [
            "Sweep", string.Join(", ", data.Symbols), data.Interval, $"{Date(data.Since)} to {Date(data.Until.AddTicks(-1))}", Shown.Many(data.Bars, "bar"), "from " + string.Join(", ", data.Sources.Select(Last).Distinct()),
            "data set " + data.Key[..Math.Min(12, data.Key.Length)], content.Sweep.Sweep.Version.Length > 0 ? "version " + content.Sweep.Sweep.Version : "",
        ];
        html.Raw("<header>\n<h1>").Text(m.Sweep).Raw("</h1>\n<p id=\"about\">").Text(string.Join(" \u00b7 ", parts.Where(static p => p.Length > 0))).Raw("</p>\n");
        html.Raw("<p id=\"counts\">").Text(Counts(m)).Raw("</p>\n");
        if (content.IsInvented) html.Raw("<p class=\"warn\">").Text("Generated bars: they show how the program works and say nothing about a market.").Raw("</p>\n");
        if (Failures(content) is { } failures) html.Raw("<p class=\"warn\">").Text(failures).Raw("</p>\n");
        html.Raw("</header>\n");
    }

    // No folder of the machine is named.
    private static string Last(string source) => source.TrimEnd('/', '\\').Split('/', '\\')[^1];

    private static string Counts(SweepMeasure m)
    {
        var text = $"{Shown.Many(m.Trials, "trial")}, {Shown.Number(m.Measured)} of them counted, over {Shown.Many(m.Days, "trading day")}; {Shown.Many(m.TriedEver, "plan")} ever tried on the same bars.";
        if (m.LeftOut > 0) text += $" {Shown.Number(m.LeftOut)} left out for fewer than {Shown.Many(m.MinTrades, "trade")}.";
        if (m.OtherData > 0) text += $" {Shown.Number(m.OtherData)} left out, done on other bars.";
        if (m.Left > 0) text += $" {Shown.Number(m.Left)} not run yet.";
        return text;
    }

    private static string? Failures(SweepReportContent content)
    {
        var failed = content.Lines.Where(static l => l.State == "failed").ToList();
        if (failed.Count == 0) return null;
        var (error, count) = failed.GroupBy(static l => l.Trial.Error ?? "no reason was kept").Select(static g => (g.Key, Count: g.Count())).MaxBy(static g => g.Count);
        return $"{Shown.Many(failed.Count, "trial")} failed{(failed.Count == count ? "" : ", most often")}: {error}";
    }

    private static string Date(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
