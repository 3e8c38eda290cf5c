using Axfl.Reports.Content;

namespace Axfl.Reports.Page;

/// <summary>The page: HTML that can be read without its script.</summary>
internal static class ReportPage
{
    /// <summary>Writes it.</summary>
    public static string Write(ReportContent content, PageAssets assets)
    {
        var html = new Html();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").Text(assets.Policy).Raw("\">\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Raw(EarlierReport.Marker(content.Run.Id)).Raw("\n");
        html.Raw("<title>").Text(content.Run.Id).Raw("</title>\n<style>").Raw(assets.Style).Raw("</style>\n</head>\n<body>\n");
        html.Raw("<header><h1>").Text(content.Run.Id).Raw("</h1><form id=\"filters\" hidden></form></header>\n<main>\n</main>\n");
        html.Raw("<script type=\"application/json\" id=\"data\">").Raw(DataElement.Write(content)).Raw("</script>\n");
        html.Raw("<script>").Raw(assets.Script).Raw("</script>\n</body>\n</html>\n");
        return html.ToString();
    }
}
