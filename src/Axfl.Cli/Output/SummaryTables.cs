using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>The closing summary and the metrics as tables. Total R never stands without the cost share beside it.</summary>
internal static class SummaryTables
{
    private static readonly string[] Weekdays = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>What a person wants to know when a run ends.</summary>
    public static TextTable Totals(RunSummary summary)
    {
        var m = summary.Metrics;
        var data = summary.Source == "simulated" ? "simulated: generated bars, for a first look only" : summary.Source;
        var table = new TextTable("", "", "");
        table.Add("run", summary.Run + (summary.Interrupted ? " (stopped before its end)" : ""));
        table.Add("data", $"{data}, {summary.Interval}, {Period(summary)}");
        table.Add("trades", $"{Numbers.Count(m.Trades)} ({m.Wins} won, {m.Losses} lost), win rate {Numbers.Share(m.WinRate)}");
        table.Add("total R", $"{Numbers.R(m.TotalR)}, cost share {Numbers.Share(m.CostShare)}");
        table.Add("PnL", $"{Numbers.Money(m.Pnl)}, of which costs {Numbers.Money(-m.Costs)}");
        table.Add("drawdown", $"{Numbers.Ratio(m.MaxDrawdownR)}R, {Numbers.Percent(m.MaxDrawdownPct)} of equity");
        if (summary.OpenPositions > 0) table.Add("open", Counted.Of(summary.OpenPositions, "position") + " left open");
        return table;
    }

    /// <summary>What was really traded, which is what the figures are of; without a traded bar what was asked for.</summary>
    public static string Period(RunSummary summary) =>
        $"{Numbers.Time(summary.TradedSince ?? summary.Since)} to {Numbers.Time(summary.TradedUntil ?? summary.Until)} UTC";

    /// <summary>The ledger split one way: strategy, symbol, reason, weekday, hour, ...</summary>
    public static TextTable Split(PortfolioMetrics metrics, string by)
    {
        var table = new TextTable("", by, ">trades", ">won", ">lost", ">R", ">PnL");
        foreach (var row in metrics.Breakdown.Where(b => b.By == by))
        {
            var key = by == "weekday" && int.TryParse(row.Key, out var day) && day is > 0 and < 8 ? Weekdays[day] : row.Key;
            table.Add(key, Numbers.Count(row.Trades), Numbers.Count(row.Wins), Numbers.Count(row.Losses), Numbers.R(row.TotalR), Numbers.Money(row.Pnl));
        }
        return table;
    }

    /// <summary>All metrics, one a line.</summary>
    public static TextTable Metrics(PortfolioMetrics m)
    {
        var table = new TextTable("", "metric", ">value");
        table.Add("trades", Numbers.Count(m.Trades));
        table.Add("wins", Numbers.Count(m.Wins));
        table.Add("losses", Numbers.Count(m.Losses));
        table.Add("win rate", Numbers.Share(m.WinRate));
        table.Add("total R", Numbers.R(m.TotalR));
        table.Add("cost share", Numbers.Share(m.CostShare));
        table.Add("average R (expectancy)", m.AverageR is { } r ? Numbers.Fine(r) + "R" : "-");
        table.Add("profit factor", Numbers.Ratio(m.ProfitFactor));
        table.Add("payoff ratio", Numbers.Ratio(m.PayoffRatio));
        table.Add("longest losing run", Numbers.Count(m.LongestLosingRun));
        table.Add("average MAE", Numbers.R(m.AverageMaeR));
        table.Add("average MFE", Numbers.R(m.AverageMfeR));
        table.Add("max drawdown, R", Numbers.Ratio(m.MaxDrawdownR) + "R");
        table.Add("max drawdown, equity", Numbers.Percent(m.MaxDrawdownPct));
        table.Add("PnL", Numbers.Money(m.Pnl));
        table.Add("costs", Numbers.Money(m.Costs).TrimStart('+'));
        table.Add("equity", Numbers.Money(m.Equity).TrimStart('+'));
        table.Add("Sharpe", Numbers.Ratio(m.Sharpe));
        table.Add("Sortino", Numbers.Ratio(m.Sortino));
        table.Add("SQN", Numbers.Ratio(m.Sqn));
        table.Add("exposure", Numbers.Share(m.Exposure));
        return table;
    }
}
