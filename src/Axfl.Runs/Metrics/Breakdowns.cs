using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Metrics;

/// <summary>A ledger split by what its trades have in common.</summary>
internal static class Breakdowns
{
    /// <summary>Name of each split and the key of a trade in it.</summary>
    private static readonly Split[] Splits =
    [
        new("strategy", t => t.Strategy),
        new("symbol", t => t.Symbol),
        new("strategy_symbol", t => t.Strategy + "/" + t.Symbol),
        new("reason", t => t.Reason),
        new("weekday", t => Number(((int)t.EntryTime.DayOfWeek + 6) % 7 + 1)),
        new("hour", t => Number(t.EntryTime.Hour)),
    ];

    /// <summary>Names of the splits, in order.</summary>
    public static IEnumerable<string> Names => Splits.Select(s => s.By);

    /// <summary>All splits.</summary>
    public static IReadOnlyList<MetricsBreakdown> Of(IReadOnlyList<Trade> trades) =>
        [.. Splits.SelectMany(split => trades.GroupBy(split.Key).OrderBy(g => int.TryParse(g.Key, out var n) ? n : 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MetricsBreakdown(
                split.By, g.Key, g.Count(), g.Count(TradeMetrics.IsWin), g.Count(TradeMetrics.IsLoss), Statistics.Sum(g, t => t.R), Statistics.Sum(g, t => t.Pnl))))];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Split(string By, Func<Trade, string> Key);
}
