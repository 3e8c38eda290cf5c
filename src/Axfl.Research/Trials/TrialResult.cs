using Axfl.Contracts;

namespace Axfl.Research.Trials;

/// <summary>What came of one run of a plan.</summary>
/// <param name="Trades">Closed trades in order.</param>
/// <param name="TradeDays">Trading day of each trade's exit (days since 1970-01-01), in order of the trades.</param>
/// <param name="Metrics">Its metrics: those of the summary of the same replay, without the breakdown.</param>
/// <param name="LedgerHash">Lower-case hex SHA-256 of the ledger: that of the same replay.</param>
internal sealed record TrialResult(IReadOnlyList<Trade> Trades, IReadOnlyList<int> TradeDays, PortfolioMetrics Metrics, string LedgerHash)
{
    /// <summary>R of each of the given days, ascending: the sum over the trades that exit on it, 0 without.</summary>
    /// <param name="days">Trading days with a traded bar, ascending; a day of an exit that is not among them is an error.</param>
    public double[] ByDay(IReadOnlyList<int> days)
    {
        var places = new Dictionary<int, int>(days.Count);
        for (var i = 0; i < days.Count; i++) places.Add(days[i], i);
        var r = new double[days.Count];
        for (var i = 0; i < Trades.Count; i++) r[places[TradeDays[i]]] += Trades[i].R;
        return r;
    }
}
