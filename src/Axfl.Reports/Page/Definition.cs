namespace Axfl.Reports.Page;

/// <summary>How a number of the page is defined.</summary>
/// <param name="Name">The number.</param>
/// <param name="Formula">Its definition.</param>
/// <param name="Source">Whose it is; empty: it needs none.</param>
internal sealed record Definition(string Name, string Formula, string Source = "")
{
    /// <summary>Writes it into a list of definitions.</summary>
    public void Write(Html html)
    {
        html.Raw("<dt>").Text(Name).Raw("</dt><dd>").Text(Formula);
        if (Source.Length > 0) html.Raw(" <small>").Text(Source).Raw("</small>");
        html.Raw("</dd>\n");
    }

    /// <summary>All of them. Sums are over the trades in the filter, in order of closing; r is a trade's R, n the number of trades.</summary>
    public static IReadOnlyList<Definition> All { get; } =
    [
        new("R", "Result of a trade / its initial risk, costs inside. \u22121R is a full stop loss."),
        new("Cost share", "Costs / sum of |PnL + costs|."),
        new("Win rate", "Trades with r above 0 / n. Its interval (95 %): (p + z\u00b2/2n \u00b1 z sqrt(p(1\u2212p)/n + z\u00b2/4n\u00b2)) / (1 + z\u00b2/n), z = 1.959964.", "Wilson 1927"),
        new("Expectancy", "Mean r. Its interval: 2.5 and 97.5 % of total R / trades over the resamplings.", "Efron 1979"),
        new("Profit factor, payoff", "Sum of winning r / |sum of losing r|; mean winning r / |mean losing r|."),
        new("Gross R", "r + costs / risk, with the initial risk amount of the trade; each cost likewise. The same trades with the same exits."),
        new("Underwater", "Cumulated r \u2212 highest so far (which starts at 0); in money equity / highest \u2212 1."),
        new("Maximum drawdown", "The greatest fall of cumulated R, and of equity in percent, from its highest point so far, on closed trades."),
        new("Drawdown duration", "Days from a highest point to the exit that reaches it again, or to the end."),
        new("Recovery factor", "Total R / maximum drawdown in R."),
        new("Sharpe, Sortino", "Of daily realised PnL / equity at the day's start over trading days with a traded bar, annualised by 252; they need the whole run and are shown for it alone.", "Sharpe 1994; Sortino, Price 1994"),
        new("SQN", "sqrt(n) \u00d7 mean r / sample deviation of r.", "Tharp 2008"),
        new("Runs test", "Z = (u \u2212 m) / sqrt((m\u22121)(m\u22122)/(n\u22121)), m = 2wl/n + 1, u runs of wins (r > 0) and others, w wins, l others; from 30 trades. Marked when |Z| is 1.96 or more: above 0 wins and losses alternate, below they cluster.", "Wald, Wolfowitz 1940"),
        new("Losing run by chance", "ln(n(1\u2212q)) / \u2212ln q, q the share of r at or below 0; at least 0.", "Schilling 1990"),
        new("MAE, MFE", "The furthest a trade was against and for it while it was open, in R.", "Sweeney 1996"),
        new("Heat of winners", "Share of winners whose MAE was at or beyond \u22120.25, \u22120.5, \u22120.75R.", "Sweeney 1996"),
        new("Resampling", "Stationary bootstrap of the trading days, 1,000 times; a day keeps all its trades. Mean block length: the cube root of the number of days. Seed: the first 16 hex digits of the ledger hash; a filter does not change it. Bands: nearest rank. From 20 days.", "Politis, Romano 1994"),
        new("Undecided trade", "A bar of its life reaches both its stop loss and its target, or either on the bar on which a stop or limit entry fills. The bounds of total R take each at its worst and at its best; all other trades stay."),
        new("Shadow result", "What a refused order would have made had this one gate let it through, alone: with the fill model and costs of the run, its stop loss, target, time stop and session end, without gates, limits, halts and the strategy's own exits. It ends unfilled when the strategy cancels or places anew; one that begins before the last of the same slot and gate has ended is counted as overlapping. Orders of the gates warmup, session, risk_distance and size have none."),
        new("Gate economics", "Sum and mean of the shadow results by gate; interval of the mean: \u00b1 1.959964 s / sqrt(n). A gate saved when the sum is below 0, cost when above; below 30 there are too few to tell."),
        new("Connected", "Time in which the feed was live / time from the first price to the last word of the run, closed markets left out."),
        new("Stale", "The same for the time in which the last price of a symbol was older than the plan's stale_after_s."),
        new("Trading days", "Days with a traded bar inside trading hours, and days of exits; without bars at hand the days of the FX week in the period."),
    ];
}
