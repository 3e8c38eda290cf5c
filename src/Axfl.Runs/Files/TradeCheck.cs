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
        foreach (var (name, value) in Numbers(trade))
            if (value is { } number && !double.IsFinite(number)) return FormattableString.Invariant($"its {name} is {number}");
        return null;
    }

    private static (string Name, double? Value)[] Numbers(Trade t) =>
    [
        ("units", t.Units), ("entry", t.Entry), ("stop loss", t.StopLoss), ("target", t.Target), ("exit", t.Exit), ("R", t.R), ("PnL", t.Pnl), ("costs", t.Costs),
        ("MAE", t.MaeR), ("MFE", t.MfeR), ("spread costs", t.CostSpread), ("slippage costs", t.CostSlippage), ("commission", t.CostCommission), ("risk", t.Risk),
    ];
}
