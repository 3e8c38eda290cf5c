using Axfl.Reports.Page;

namespace Axfl.Reports.Sweeps;

/// <summary>The page of a sweep: HTML that can be read without its script.</summary>
internal static class SweepPage
{
    /// <summary>Writes it.</summary>
    public static string Write(SweepReportContent content, PageAssets assets)
    {
        var (html, m) = (new Html(), content.Measure);
        PageFrame.Begin(html, assets, EarlierReport.SweepMarker(m.Sweep), $"{m.Sweep}: {m.Verdict ?? "no verdict"}");
        SweepHead.Write(html, content);
        html.Raw("<main>\n");
        SweepHeadline.Write(html, content);
        new SweepPanels(content).Write(html);
        html.Raw("</main>\n<script type=\"application/json\" id=\"data\">").Raw(SweepDataElement.Write(content)).Raw("</script>\n");
        PageFrame.End(html, assets);
        return html.ToString();
    }
}
