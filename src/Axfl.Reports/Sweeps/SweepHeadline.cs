using Axfl.Contracts;
using Axfl.Reports.Page;

namespace Axfl.Reports.Sweeps;

/// <summary>The verdict in words, and below it the figures it goes by.</summary>
internal static class SweepHeadline
{
    /// <summary>Writes both.</summary>
    public static void Write(Html html, SweepReportContent content)
    {
        var m = content.Measure;
        html.Raw("<p id=\"sentence\">").Text(m.Text).Raw("</p>\n<dl id=\"headline\">\n");
        Group(html, "Verdict", "verdict", m.Verdict ?? "none", m.Selection is { } s ? $"choosing the best: {s}" : "");
        Group(html, "Deflated", "deflated", Shown.Number(m.Deflated, 2), m.Deflated is null ? Why(m, "Deflated") : $"probability that the best is better than the luckiest of {Shown.Number(m.TriedEver)}");
        Group(html, "Overfitting", "pbo", Shown.Number(m.Pbo, 2), m.Pbo is null ? Why(m, "Pbo") : $"PBO; {Shown.Percent(m.LossOutside)} of choices lose outside");
        Group(html, "Against not trading", "spa", Shown.Number(m.SpaConsistent, 2), m.SpaConsistent is null ? Why(m, "SpaConsistent") : $"p of luck, {Shown.Number(m.SpaLower, 2)} to {Shown.Number(m.SpaUpper, 2)}");
        Group(html, "Best", "best", Trial(m.Best), Below(content, m.Best, m.Best?.Objective, "Best"));
        Group(html, "Recommended", "recommended", Trial(m.Recommended), Below(content, m.Recommended, m.Recommended?.NeighbourMedian, "Recommended", "neighbours' median "));
        html.Raw("</dl>\n");
    }

    private static void Group(Html html, string title, string name, string value, string below) =>
        html.Raw("<div><dt>").Text(title).Raw($"</dt><dd data-n=\"{name}\">").Text(value).Raw("</dd><dd class=\"sub\">").Text(below).Raw("</dd></div>\n");

    private static string Trial(SweepCandidate? candidate) => candidate is { } c ? "trial " + Shown.Number(c.Trial) : "-";

    private static string Below(SweepReportContent content, SweepCandidate? candidate, double? value, string name, string what = "") =>
        candidate is null ? Why(content.Measure, name) : $"{(what.Length > 0 ? what : content.Sweep.Settings.By + " ")}{Shown.Number(value, content.Decimals)}, {Shown.Many(candidate.Trades ?? 0, "trade")}, {Shown.R(candidate.TotalR)}";

    private static string Why(SweepMeasure m, string name) => m.Undefined.FirstOrDefault(u => u.Name == name)?.Reason ?? (m.Undefined is [var first, ..] ? first.Reason : "");
}
