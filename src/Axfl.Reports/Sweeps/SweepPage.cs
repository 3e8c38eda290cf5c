using Axfl.Reports.Page;

namespace Axfl.Reports.Sweeps;

/// <summary>The page of a sweep: HTML that can be read without its script.</summary>
internal static class SweepPage
{
    /// <summary>Writes it.</summary>
    public static string Write(SweepReportContent content, PageAssets assets)
    {
        var (html, m) = (new Html(), content.Measure);
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").Raw(assets.Policy).Raw("\">\n").Raw(EarlierReport.SweepMarker(m.Sweep)).Raw("\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Raw("<title>").Text($"{m.Sweep}: {m.Verdict ?? "no verdict"}").Raw("</title>\n<style>").Raw(assets.Style).Raw("</style>\n</head>\n<body>\n");
        SweepHead.Write(html, content);
        html.Raw("<main>\n");
        SweepHeadline.Write(html, content);
        new SweepPanels(content).Write(html);
        html.Raw("</main>\n<script type=\"application/json\" id=\"data\">").Raw(SweepDataElement.Write(content)).Raw("</script>\n");
        html.Raw("<script>").Raw(assets.Script).Raw("</script>\n</body>\n</html>\n");
        return html.ToString();
    }
}
