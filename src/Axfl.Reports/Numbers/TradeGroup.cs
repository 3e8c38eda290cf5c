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
    /// <summary>Groups of trades by a key, in the order of the keys.</summary>
    public static IReadOnlyList<TradeGroup> By<TKey>(IEnumerable<Trade> trades, Func<Trade, TKey> key, Func<TKey, string> label) where TKey : notnull =>
        [.. trades.GroupBy(key).OrderBy(g => g.Key).Select(g => Of(label(g.Key), g))];

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
