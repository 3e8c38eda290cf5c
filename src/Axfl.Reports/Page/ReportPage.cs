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
        PageFrame.Begin(html, assets, EarlierReport.Marker(content.Run.Id), $"{content.Run.Id}: {Shown.R(content.Totals.TotalR)}");
        Head.Write(html, content);
        html.Raw("<main>\n");
        Headline.Write(html, content);
        Panels(html, content);
        html.Raw("</main>\n<script type=\"application/json\" id=\"data\">").Raw(DataElement.Write(content)).Raw("</script>\n");
        PageFrame.End(html, assets);
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
