using Axfl.Reports.Content;

namespace Axfl.Reports.Page;

/// <summary>Data, definitions and plan.</summary>
internal static class InputsPanel
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        Panel.Begin(html, "inputs", "Data and plan", new Caption("What the run read, by which formulas this page counts, and the plan it ran."));
        foreach (var line in content.LeftOut) html.Raw("<p class=\"note\">").Text(line).Raw("</p>\n");
        new Table("Data", "symbol", ">bars", ">gaps", ">duplicates", ">rejected", ">crossed quotes", ">outside hours").AddAll(content.Run.Data, d =>
            [d.Symbol, Shown.Number(d.Bars), Shown.Number(d.Gaps), Shown.Number(d.Duplicates), Shown.Number(d.Rejected), d.Crossed is { } c ? Shown.Number(c) : "-", d.OutsideHours is { } o ? Shown.Number(o) : "-"]).Write(html);
        new Table("Largest gaps", "symbol", "from", "until", ">bars missing").AddAll(
            content.Run.Summary?.LargestGaps.Take(10) ?? [], g => [g.Symbol, Shown.Moment(g.From), Shown.Moment(g.Until), Shown.Number(g.Bars)]).Write(html);
        foreach (var warning in content.Run.Summary?.Warnings ?? []) html.Raw("<p class=\"note\">").Text(warning).Raw("</p>\n");
        html.Raw("<h3>Definitions</h3>\n<dl class=\"defs\">\n");
        foreach (var definition in Definition.All) definition.Write(html);
        html.Raw("</dl>\n<h3>Plan</h3>\n<pre tabindex=\"0\">").Text(PlanShown.Of(content.Run.PlanText)).Raw("</pre>\n");
        Panel.End(html);
    }
}
