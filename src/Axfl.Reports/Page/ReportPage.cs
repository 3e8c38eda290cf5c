using Axfl.Reports.Content;

namespace Axfl.Reports.Page;

/// <summary>The page: HTML that can be read without its script.</summary>
internal static class ReportPage
{
    private static readonly (string Id, string Title)[] NeedTrades =
    [
        ("equity", "Equity"), ("calendar", "Calendar"), ("net", "From gross to net"), ("when", "When"), ("how", "How"), ("matrix", "Strategy and symbol"), ("streaks", "Streaks"),
        ("resampled", "What else it could have been"), ("undecided", "What bars cannot tell"),
    ];

    /// <summary>Writes it.</summary>
    public static string Write(ReportContent content, PageAssets assets)
    {
        var html = new Html();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").Raw(assets.Policy).Raw("\">\n").Raw(EarlierReport.Marker(content.Run.Id)).Raw("\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Raw("<title>").Text($"{content.Run.Id}: {Shown.R(content.Totals.TotalR)}").Raw("</title>\n<style>").Raw(assets.Style).Raw("</style>\n</head>\n<body>\n");
        Head.Write(html, content);
        html.Raw("<main>\n");
        Headline.Write(html, content);
        Panels(html, content);
        html.Raw("</main>\n<script type=\"application/json\" id=\"data\">").Raw(DataElement.Write(content)).Raw("</script>\n");
        html.Raw("<script>").Raw(assets.Script).Raw("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Panels(Html html, ReportContent content)
    {
        var (ledger, orders) = (new LedgerPanels(content), new OrderPanels(content));
        if (content.Run.Trades.Count == 0)
        {
            foreach (var (id, title) in NeedTrades) Panel.WriteSentence(html, id, title, "No trade.");
        }
        else
        {
            ledger.Equity(html);
            ledger.Calendar(html);
            ledger.Net(html);
            ledger.When(html);
            ledger.How(html);
            ledger.Matrix(html);
            ledger.Streaks(html);
            ledger.Resampled(html);
            orders.Undecided(html);
        }

        orders.WhyNot(html);
        orders.Candles(html);
        LivePanel.Write(html, content);
        if (content.Run.Trades.Count > 0) ledger.Trades(html);
        else Panel.WriteSentence(html, "trades", "Trades", "No trade.");
        InputsPanel.Write(html, content);
    }
}
