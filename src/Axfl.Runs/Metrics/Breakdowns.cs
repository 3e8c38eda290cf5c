using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Metrics;

/// <summary>A ledger split by what its trades have in common.</summary>
internal static class Breakdowns
{
    /// <summary>Name of each split and the key of a trade in it.</summary>
    private static readonly (string By, Func<Trade, string> Key)[] Splits =
    [
        ("strategy", t => t.Strategy),
        ("symbol", t => t.Symbol),
        ("strategy_symbol", t => t.Strategy + "/" + t.Symbol),
        ("reason", t => t.Reason),
        ("weekday", t => Number(((int)t.EntryTime.DayOfWeek + 6) % 7 + 1)),
        ("hour", t => Number(t.EntryTime.Hour)),
    ];

    /// <summary>Names of the splits, in order.</summary>
    public static IEnumerable<string> Names => Splits.Select(s => s.By);

    /// <summary>All splits.</summary>
    public static IReadOnlyList<MetricsBreakdown> Of(IReadOnlyList<Trade> trades) =>
        [.. Splits.SelectMany(split => trades.GroupBy(split.Key).OrderBy(g => int.TryParse(g.Key, out var n) ? n : 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MetricsBreakdown(
                split.By, g.Key, g.Count(), g.Count(TradeMetrics.IsWin), g.Count(TradeMetrics.IsLoss), g.Sum(t => t.R), g.Sum(t => t.Pnl))))];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
