using Axfl.Contracts;
using Axfl.Runs.Metrics;

namespace Axfl.Runs.Files;

/// <summary>Sums over the trades of a file, held against those of the summary: both are of the same trades.</summary>
internal sealed class TradeSums
{
    // Half of the last decimal: by so much a number of a file may be from the one the run had.
    private const double HalfR = 5e-5, HalfCent = 0.005;

    private double _r, _pnl, _costs, _allR, _allPnl, _allCosts, _peak, _drawdown;
    private int _wins, _losses, _flat;

    /// <summary>Number of trades.</summary>
    public int Count { get; private set; }

    /// <summary>The next trade.</summary>
    public void Add(Trade trade)
    {
        Count++;
        _r += trade.R;
        _pnl += trade.Pnl;
        _costs += trade.Costs;
        _allR += Math.Abs(trade.R);
        _allPnl += Math.Abs(trade.Pnl);
        _allCosts += Math.Abs(trade.Costs);
        _peak = Math.Max(_peak, _r);
        _drawdown = Math.Max(_drawdown, _peak - _r);
        if (TradeMetrics.IsWin(trade)) _wins++;
        else if (TradeMetrics.IsLoss(trade)) _losses++;
        else _flat++;
    }

    /// <summary>The first number that cannot be of the same trades; null: there is none.</summary>
    /// <param name="metrics">What the summary says.</param>
    public string? Difference(PortfolioMetrics metrics)
    {
        // The summary's own number is rounded too.
        var n = Count + 1;
        return Beyond("R", _r, metrics.TotalR, n * HalfR, _allR, "0.0000")
            ?? Beyond("PnL", _pnl, metrics.Pnl, n * HalfCent, _allPnl, "0.00")
            ?? Beyond("costs", _costs, metrics.Costs, n * HalfCent, _allCosts, "0.00")
            ?? Beyond("maximum drawdown in R", _drawdown, metrics.MaxDrawdownR, n * HalfR, _allR, "0.0000")
            ?? Beyond("trades won", _wins, metrics.Wins)
            ?? Beyond("trades lost", _losses, metrics.Losses);
    }

    private static string? Beyond(string name, double own, double told, double tolerance, double all, string format)
    {
        // What adding so many doubles leaves.
        const double Adding = 1e-12;
        return Math.Abs(own - told) <= tolerance + Adding * all ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} of {own.ToString(format, System.Globalization.CultureInfo.InvariantCulture)}, and the run ended with {told.ToString(format, System.Globalization.CultureInfo.InvariantCulture)}");
    }

    // An R that is 0 in the file may have been a little above or below.
    private string? Beyond(string name, int own, int told) =>
        told >= own && told <= own + _flat ? null : FormattableString.Invariant($"{own} {name}, and the run ended with {told}");
}
