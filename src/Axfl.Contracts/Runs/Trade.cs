namespace Axfl.Contracts;

/// <summary>One closed trade, as a row of trades.csv. Times UTC; prices in quote currency; money in account currency.</summary>
public sealed record Trade
{
    /// <summary>1, 2, ... in order of closing.</summary>
    public required int TradeId { get; init; }

    /// <summary>Symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Strategy id.</summary>
    public required string Strategy { get; init; }

    /// <summary><c>long</c> or <c>short</c>.</summary>
    public required string Side { get; init; }

    /// <summary>Units of base currency.</summary>
    public required double Units { get; init; }

    /// <summary>Time of the entry fill.</summary>
    public required DateTime EntryTime { get; init; }

    /// <summary>Entry fill, costs inside.</summary>
    public required double Entry { get; init; }

    /// <summary>Stop loss.</summary>
    public required double StopLoss { get; init; }

    /// <summary>Target; null when there was none.</summary>
    public required double? Target { get; init; }

    /// <summary>Time of the exit fill.</summary>
    public required DateTime ExitTime { get; init; }

    /// <summary>Exit fill, costs inside.</summary>
    public required double Exit { get; init; }

    /// <summary>SL, TP, TIME, EXIT, HALT, NEWS, FLAT or END.</summary>
    public required string Reason { get; init; }

    /// <summary>Result in R, costs and commission inside.</summary>
    public required double R { get; init; }

    /// <summary>Profit or loss, account currency.</summary>
    public required double Pnl { get; init; }

    /// <summary>Half spreads, slippage and commissions, account currency.</summary>
    public required double Costs { get; init; }

    /// <summary>Bars with entry time &lt;= open time &lt; exit time.</summary>
    public required int BarsHeld { get; init; }

    /// <summary>Maximum adverse excursion, R, at most 0.</summary>
    public required double MaeR { get; init; }

    /// <summary>Maximum favourable excursion, R, at least 0.</summary>
    public required double MfeR { get; init; }

    /// <summary>What the strategy said of its signal; may be empty.</summary>
    public required string Tag { get; init; }

    /// <summary>Half spreads of both fills, account currency; null in files of older versions.</summary>
    public double? CostSpread { get; init; }

    /// <summary>Slippage of both fills, account currency; null in files of older versions.</summary>
    public double? CostSlippage { get; init; }

    /// <summary>Commissions of both fills, account currency; null in files of older versions.</summary>
    public double? CostCommission { get; init; }

    /// <summary>Initial risk amount, account currency: what a clean stop-out loses; null in files of older versions.</summary>
    public double? Risk { get; init; }

    /// <summary>Run it belongs to, where it was read from one; else empty.</summary>
    public string Run { get; init; } = "";
}
