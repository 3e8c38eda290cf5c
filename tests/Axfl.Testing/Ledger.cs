using Axfl.Contracts;

namespace Axfl.Testing;

/// <summary>Small ledgers for metrics worked out by hand.</summary>
internal static class Ledger
{
    /// <summary>A trade of one hour on a day of January 2026, its PnL 1000 times its R, costs 10.</summary>
    public static Trade Trade(double r, int day = 5, int hour = 8, string symbol = "EURUSD", string strategy = "lsg", string reason = "SL", double minutes = 60)
    {
        var entry = new DateTime(2026, 1, day, hour, 0, 0, DateTimeKind.Utc);
        return new Trade
        {
            TradeId = 1, Symbol = symbol, Strategy = strategy, Side = "long", Units = 1, EntryTime = entry, Entry = 1, StopLoss = 0.9, Target = null,
            ExitTime = entry.AddMinutes(minutes), Exit = 1, Reason = reason, R = r, Pnl = 1000 * r, Costs = 10, BarsHeld = 12, MaeR = Math.Min(r, -0.2),
            MfeR = Math.Max(r, 0.4), Tag = "",
        };
    }

    public static Trade[] Trades(params double[] rs) => [.. rs.Select(r => Trade(r))];

    /// <summary>Name of a day of January 2026.</summary>
    public static int Day(int day) => (int)(new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalDays;
}
