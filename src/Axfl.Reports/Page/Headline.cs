using Axfl.Contracts;
using Axfl.Reports.Content;
using Axfl.Reports.Numbers;

namespace Axfl.Reports.Page;

/// <summary>The numbers on top, and the sentence below them.</summary>
internal static class Headline
{
    private const int Few = 30;

    /// <summary>Writes both.</summary>
    public static void Write(Html html, ReportContent content)
    {
        var (m, currency) = (content.Totals, content.Run.Engine.Account.Currency);
        html.Raw("<dl id=\"headline\">\n");
        Group(html, "Result", "total_r", Shown.R(m.TotalR), ("pnl", Shown.Money(m.Pnl, currency)), (null, ", costs "), ("cost_share", Shown.Percent(m.CostShare)), (null, " of gross"));
        Group(html, "Trades", "trades", Shown.Number(m.Trades), ("won", Shown.Number(m.Wins)), (null, " won, "), ("lost", Shown.Number(m.Losses)), (null, " lost: "), ("win_rate", Shown.Percent(m.WinRate)), (null, ", 95 % "), ("win_rate_interval", WinRate(m)));
        Group(html, "Expectancy", "expectancy", Shown.R(m.AverageR, 3), (null, "95 % "), ("expectancy_interval", Expectancy(content.Resampling)));
        Group(html, "Profit factor", "profit_factor", Shown.Number(m.ProfitFactor, 2), (null, "payoff "), ("payoff", Shown.Number(m.PayoffRatio, 2)));
        Group(html, "Maximum drawdown", "max_drawdown_r", Shown.R(-m.MaxDrawdownR), ("max_drawdown_pct", Shown.Percent(m.MaxDrawdownPct / 100)), (null, " of equity"));
        Group(html, "Sharpe", "sharpe", Shown.Number(content.Run.Summary?.Metrics.Sharpe, 2), (null, "SQN "), ("sqn", Shown.Number(m.Sqn, 2)));
        html.Raw("</dl>\n<p id=\"sentence\">").Text(Sentence(content)).Raw("</p>\n");
    }

    private static void Group(Html html, string title, string name, string value, params (string? Name, string Text)[] below)
    {
        html.Raw("<div><dt>").Text(title).Raw($"</dt><dd data-n=\"{name}\">").Text(value).Raw("</dd><dd class=\"sub\">");
        foreach (var (part, text) in below)
        {
            if (part is null) html.Text(text);
            else html.Raw($"<span data-n=\"{part}\">").Text(text).Raw("</span>");
        }

        html.Raw("</dd></div>\n");
    }

    // Of one trade an interval says nothing.
    private static string WinRate(PortfolioMetrics m) =>
        m.Trades > 1 && Intervals.Wilson(m.Wins, m.Trades) is { } i ? $"{Shown.Percent(i.Low)} to {Shown.Percent(i.High)}" : "-";

    private static string Expectancy(Resampling? resampling) =>
        resampling?.Expectancy is { } e ? $"{Shown.R(e.Low, 3)} to {Shown.R(e.High, 3)}" : "-";

    private static string Sentence(ReportContent content)
    {
        var n = content.Run.Trades.Count;
        if (n == 0) return NoTrades.Sentence(content);
        var trades = Shown.Many(n, "trade");
        var few = n < Few ? $" With fewer than {Few} trades most of what follows is chance." : "";
        if (GrossToNet.Of(content.Run.Trades) is not { } made) return $"{trades} made {Shown.R(content.Totals.TotalR, 1)}.{few}";
        var took = made.Spread is null ? "costs" : made.Commission > 0 ? "spread, slippage and commission" : "spread and slippage";
        return $"{trades} made {Shown.Number(made.Gross, 1)}R before costs; {took} took {Shown.Number(made.Costs, 1)}R; {Shown.R(made.Net, 1)} is left.{few}";
    }
}
