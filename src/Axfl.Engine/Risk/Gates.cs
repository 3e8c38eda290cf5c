using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>The gates every entry passes when it is placed and again when it would fill, in their order; the first that refuses is recorded.</summary>
internal sealed class Gates(PortfolioState state, Halts halts, PositionSizer sizer)
{
    private readonly RiskPlan _risk = state.Plan.Risk;

    /// <summary>Whether an order is refused.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="order">The order.</param>
    /// <param name="price">Price before costs: placed, the order's; at the fill, that of the fill.</param>
    /// <param name="fill">Price with costs at the fill; NaN when placed.</param>
    /// <param name="spread">Spread, quote currency.</param>
    /// <param name="time">Open time of the bar in hand, or time of the tick.</param>
    /// <param name="refusal">The gate and the two numbers it compared.</param>
    public bool Refuses(Slot slot, in EntryOrder order, double price, double fill, double spread, long time, out Refusal refusal)
    {
        var atFill = !double.IsNaN(fill);
        var market = slot.Market;
        refusal = 0 switch
        {
            _ when time < state.Plan.Since => new(DecisionResult.Warmup, time, state.Plan.Since),
            _ when !slot.Calendar.IsOpen(time) => new(DecisionResult.Session, time, 0),
            _ when market.IsStale => new(DecisionResult.Stale, 0, 0),
            _ when halts.IsPortfolioHalted => new(DecisionResult.PortfolioHalted, state.RToday, _risk.GlobalDailyStopR ?? 0),
            _ when halts.LockedUntil is { } until && time < until => new(DecisionResult.Drawdown, time, until),
            _ when slot.Strategy.Stopped => new(DecisionResult.StrategyDailyStop, slot.Strategy.R, _risk.PerStrategyDailyStopR ?? 0),
            _ when slot.Strategy.Entries >= _risk.PerStrategyDailyTrades =>
                new(DecisionResult.StrategyDailyTrades, slot.Strategy.Entries, _risk.PerStrategyDailyTrades ?? 0),
            _ when _risk.CooldownMinutes > 0 && SinceLoss(slot, time) is { } since && since < _risk.CooldownMinutes * EventTime.Minute =>
                new(DecisionResult.Cooldown, (double)since / EventTime.Minute, _risk.CooldownMinutes),
            _ when slot.HasPosition => new(DecisionResult.PositionOpen, 1, 1),
            _ when atFill && market.OpenPositions >= _risk.MaxSymbolPositions =>
                new(DecisionResult.MaxSymbolPositions, market.OpenPositions, _risk.MaxSymbolPositions ?? 0),
            _ when atFill && state.OpenPositions >= _risk.MaxOpenPositions =>
                new(DecisionResult.MaxOpenPositions, state.OpenPositions, _risk.MaxOpenPositions ?? 0),
            _ when _risk.MaxSpreadPips is { } widest && Prices.Above(spread, widest * market.Instrument.Pip) =>
                new(DecisionResult.Spread, spread / market.Instrument.Pip, widest),
            _ => OfRisk(slot, order, price, fill),
        };
        return refusal.Gate != DecisionResult.Accepted;
    }

    // Milliseconds since the slot's last losing exit; one inside or at the close of the bar in hand was 0 ago. Null: none yet.
    private static long? SinceLoss(Slot slot, long time) => slot.LastLossTime == long.MinValue ? null : Math.Max(0, time - slot.LastLossTime);

    private Refusal OfRisk(Slot slot, in EntryOrder order, double price, double fill)
    {
        var pip = slot.Market.Instrument.Pip;
        var distance = (price - order.StopLoss) * (int)order.Side;
        if (double.IsNaN(distance) || !Prices.Above(distance, 0) || Prices.Below(distance, _risk.MinStopPips * pip))
            return new(DecisionResult.RiskDistance, distance / pip, _risk.MinStopPips);
        var basis = double.IsNaN(fill) ? price : fill;
        var units = sizer.Units(state.Equity, Math.Abs(basis - order.StopLoss), slot.Market.QuoteValue.At(basis));
        return units > 0 ? default : new(DecisionResult.Size, units, state.Plan.Account.UnitStep);
    }
}

/// <summary>A gate that refused and the two numbers it compared; default: none did.</summary>
internal readonly record struct Refusal(DecisionResult Gate, double Left, double Right);
