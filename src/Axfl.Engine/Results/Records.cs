using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>A decision as the engine makes it; <see cref="ToDecision"/> is its form at the edge.</summary>
/// <param name="Time">Unix ms of the gate.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Result">Result.</param>
/// <param name="Order">The order; its price is the price before costs of this decision.</param>
/// <param name="Left">First number a gate compared; NaN: none.</param>
/// <param name="Right">Second number.</param>
public readonly record struct DecisionRecord(
    long Time, Instrument Instrument, string Strategy, DecisionStage Stage, DecisionResult Result, EntryOrder Order, double Left = double.NaN,
    double Right = double.NaN)
{
    /// <summary>The decision as an object.</summary>
    public Decision ToDecision() => new()
    {
        Time = EventTime.ToDateTime(Time),
        Symbol = Instrument.Symbol,
        Strategy = Strategy,
        Stage = Stage.Name(),
        Result = Result.Name(),
        Side = Order.Side.Name(),
        Type = Order.Type.Name(),
        Price = Order.Price,
        StopLoss = double.IsNaN(Order.StopLoss) ? null : Order.StopLoss,
        Target = double.IsNaN(Order.Target) ? null : Order.Target,
        Detail = GateDetail.Text(this),
    };
}

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
        Reason = Reason.Name(),
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

/// <summary>A halt that began or ended.</summary>
/// <param name="Time">When it began, or its end (the event that shows it may be later), unix ms.</param>
/// <param name="Kind">Which.</param>
/// <param name="Began">Whether it began (else ended).</param>
/// <param name="Strategy">Strategy id of a strategy stop; empty otherwise.</param>
/// <param name="Value">R today, or equity.</param>
/// <param name="Limit">The limit reached: R, or of the drawdown guard the equity that locks.</param>
public readonly record struct HaltRecord(long Time, HaltKind Kind, bool Began, string Strategy, double Value, double Limit);
