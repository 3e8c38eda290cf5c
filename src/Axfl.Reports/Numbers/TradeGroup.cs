using Axfl.Contracts;
using Axfl.Runs.Metrics;

namespace Axfl.Reports.Numbers;

/// <summary>Trades that have something in common.</summary>
/// <param name="Label">What.</param>
/// <param name="Trades">How many.</param>
/// <param name="Wins">R above 0.</param>
/// <param name="R">Sum of R.</param>
/// <param name="Pnl">Account currency.</param>
internal sealed record TradeGroup(string Label, int Trades, int Wins, double R, double Pnl)
{
    /// <summary>Groups of trades by a name, in the order of the names: the same in every culture.</summary>
    public static IReadOnlyList<TradeGroup> By(IEnumerable<Trade> trades, Func<Trade, string> name) =>
        [.. trades.GroupBy(name).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, g))];

    /// <summary>Groups of trades by a number, in the order of the numbers.</summary>
    public static IReadOnlyList<TradeGroup> By(IEnumerable<Trade> trades, Func<Trade, int> number, Func<int, string> label) =>
        [.. trades.GroupBy(number).OrderBy(g => g.Key).Select(g => Of(label(g.Key), g))];

    /// <summary>One group.</summary>
    public static TradeGroup Of(string label, IEnumerable<Trade> trades)
    {
        var (count, wins, r, pnl) = (0, 0, 0.0, 0.0);
        foreach (var trade in trades)
        {
            count++;
            if (TradeMetrics.IsWin(trade)) wins++;
            r += trade.R;
            pnl += trade.Pnl;
        }

        return new TradeGroup(label, count, wins, r, pnl);
    }
}
