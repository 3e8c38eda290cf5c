using Axfl.Contracts;
using Axfl.Engine.Exits;

namespace Axfl.Runs.Files;

/// <summary>What every trade has, whoever made it: asked of lines of files and of piped objects before anything is computed of them.</summary>
public static class TradeCheck
{
    private static readonly string[] Sides = ["long", "short"], Reasons = [.. ExitReasons.InOrder.Select(r => r.Name).Distinct()];

    /// <summary>What is wrong with a trade.</summary>
    /// <param name="trade">The trade.</param>
    /// <returns>Null when nothing is.</returns>
    public static string? Fault(Trade trade)
    {
        ArgumentNullException.ThrowIfNull(trade);
        if (!Sides.Contains(trade.Side)) return $"its side '{trade.Side}' is neither long nor short";
        if (!Reasons.Contains(trade.Reason)) return $"its reason '{trade.Reason}' is not one of {string.Join(", ", Reasons)}";
        if (trade.ExitTime < trade.EntryTime) return "it ends before it begins";
        foreach (var (name, value, most) in Numbers(trade))
            if (value is { } number && NumberBounds.Fault(name, number, most) is { } fault) return fault;
        return trade.Risk <= 0 ? "its risk is not above 0" : null;
    }

    private static (string Name, double? Value, double Most)[] Numbers(Trade t) =>
    [
        ("units", t.Units, NumberBounds.Units), ("entry", t.Entry, NumberBounds.Price), ("stop loss", t.StopLoss, NumberBounds.Price), ("target", t.Target, NumberBounds.Price),
        ("exit", t.Exit, NumberBounds.Price), ("R", t.R, NumberBounds.R), ("PnL", t.Pnl, NumberBounds.Money), ("costs", t.Costs, NumberBounds.Money), ("MAE", t.MaeR, NumberBounds.R),
        ("MFE", t.MfeR, NumberBounds.R), ("spread costs", t.CostSpread, NumberBounds.Money), ("slippage costs", t.CostSlippage, NumberBounds.Money),
        ("commission", t.CostCommission, NumberBounds.Money), ("risk", t.Risk, NumberBounds.Money),
    ];
}
