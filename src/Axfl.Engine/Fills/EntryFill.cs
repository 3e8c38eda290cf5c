using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Gates;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Fills;

/// <summary>Fills pending entries: the gates decide a second time, then there is a position.</summary>
internal sealed class EntryFill(PortfolioState state, TradingAccount account, GateKeeper gates)
{
    private readonly Func<bool>? _isMissed = state.Plan.MissedEntries?.Invoke();

    /// <summary>A pending entry would fill at a price before costs.</summary>
    /// <returns>Whether there is a position now.</returns>
    public bool Fill(Slot slot, double price, double spread, long time)
    {
        var order = slot.Pending.Order with { Price = price };
        var market = slot.Market;
        slot.HasPending = false;
        var cost = account.Costs.Of(market, spread, SlippageOn.Entry);
        var fill = order.Side == Side.Long ? cost.Buy(price) : cost.Sell(price);
        if (gates.Blocks(slot, DecisionStage.Fill, order, price, fill, spread)) return false;
        if (_isMissed is not null && _isMissed())
        {
            state.Observer.OnOrderCancelled(new OrderCancelled(state.BarTime, market.Instrument, slot.Strategy.Id, order, CancelReason.Missed));
            return false;
        }

        var value = account.Conversions.Rate(market, fill);
        var risk = Math.Abs(fill - order.StopLoss);
        var units = account.Units(slot, fill, order.StopLoss);
        var commission = account.Costs.Commission(units, fill, value);
        slot.Position = new Position
        {
            Side = order.Side, Units = units, EntryTime = time, Entry = fill, StopLoss = order.StopLoss, Target = order.Target, RiskPerUnit = risk,
            RiskAmount = units * risk * value, EntryCommission = commission, EntryCosts = cost.Distance * units * value + commission,
            EntrySpread = cost.Half * units * value, EntrySlippage = cost.Slippage * units * value,
            Excursion = new Excursion(fill), Tag = order.Tag,
        };
        slot.HasPosition = true;
        slot.Strategy.Entries++;
        market.OpenPositions++;
        state.OpenPositions++;
        state.Observer.OnTradeOpened(new TradeOpened(state.BarTime, market.Instrument, slot.Strategy.Id, order, time, fill, units, units * risk * value));
        return true;
    }
}
