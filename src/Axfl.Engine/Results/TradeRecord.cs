using Axfl.Contracts;

namespace Axfl.Engine.Results;

/// <summary>A closed trade as the engine makes it; <see cref="ToTrade"/> is its form at the edge.</summary>
public readonly record struct TradeRecord(
    int Id, Instrument Instrument, string Strategy, Side Side, double Units, long EntryTime, double Entry, double StopLoss, double Target, long ExitTime,
    double Exit, ExitReason Reason, double R, double Pnl, double Costs, int BarsHeld, double MaeR, double MfeR, string Tag, int TradingDay)
{
    /// <summary>Half spreads of both fills, account currency.</summary>
    public double CostSpread { get; init; }

    /// <summary>Slippage of both fills, account currency.</summary>
    public double CostSlippage { get; init; }

    /// <summary>Commissions of both fills, account currency.</summary>
    public double CostCommission { get; init; }

    /// <summary>Initial risk amount, account currency.</summary>
    public double Risk { get; init; }

    /// <summary>The trade as an object.</summary>
    public Trade ToTrade() => new()
    {
        TradeId = Id,
        Symbol = Instrument.Symbol,
        Strategy = Strategy,
        Side = Side.Name(),
        Units = Units,
        EntryTime = EventTime.ToDateTime(EntryTime),
        Entry = Entry,
        StopLoss = StopLoss,
        Target = double.IsNaN(Target) ? null : Target,
        ExitTime = EventTime.ToDateTime(ExitTime),
        Exit = Exit,
        Reason = Reason.Name,
        R = R,
        Pnl = Pnl,
        Costs = Costs,
        BarsHeld = BarsHeld,
        MaeR = MaeR,
        MfeR = MfeR,
        Tag = Tag,
        CostSpread = CostSpread,
        CostSlippage = CostSlippage,
        CostCommission = CostCommission,
        Risk = Risk,
    };
}
