using Axfl.Contracts;

namespace Axfl.Reports.Numbers;

/// <summary>From the result before costs to what is left, in R: the same trades with the same exits.</summary>
/// <param name="Trades">Number of trades.</param>
/// <param name="Gross">Before costs.</param>
/// <param name="Spread">Half spreads of all fills.</param>
/// <param name="Slippage">Slippage of all fills.</param>
/// <param name="Commission">Commissions.</param>
/// <param name="Costs">All costs.</param>
/// <param name="Net">What is left: the sum of R.</param>
internal sealed record GrossToNet(int Trades, double Gross, double? Spread, double? Slippage, double? Commission, double Costs, double Net)
{
    /// <summary>Of trades; null where one does not say what it risked: in files of older versions.</summary>
    public static GrossToNet? Of(IReadOnlyCollection<Trade> trades)
    {
        if (trades.Any(t => t.Risk is not > 0)) return null;
        double? Sum(Func<Trade, double?> cost) => trades.Any(t => cost(t) is null) ? null : trades.Sum(t => cost(t)!.Value / t.Risk!.Value);
        var costs = trades.Sum(t => t.Costs / t.Risk!.Value);
        var net = trades.Sum(t => t.R);
        return new GrossToNet(trades.Count, net + costs, Sum(t => t.CostSpread), Sum(t => t.CostSlippage), Sum(t => t.CostCommission), costs, net);
    }
}
