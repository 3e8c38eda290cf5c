using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Exits;

/// <summary>Closes positions: fill, costs, R and PnL, the trade's record, and what follows from a loss.</summary>
internal sealed class PositionExit(PortfolioState state, TradingAccount account, Halts halts)
{
    /// <summary>Closes a position at a price before costs and books the trade.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="price">Price before costs.</param>
    /// <param name="spread">Spread, quote currency.</param>
    /// <param name="reason">Why.</param>
    /// <param name="time">Time of the fill, unix ms.</param>
    /// <param name="day">Trading day it belongs to; null: the present one.</param>
    public void Close(Slot slot, double price, double spread, ExitReason reason, long time, int? day = null)
    {
        ref var position = ref slot.Position;
        var market = slot.Market;
        var costs = account.Costs;
        var cost = costs.Of(market, spread, reason.Slippage);
        var fill = position.Side == Side.Long ? cost.Sell(price) : cost.Buy(price);
        var value = account.Conversions.Rate(market, fill);
        var exitCommission = costs.Commission(position.Units, fill, value);
        var commission = position.EntryCommission + exitCommission;
        var r = position.ROf(fill) - commission / position.RiskAmount;
        var pnl = (fill - position.Entry) * (int)position.Side * position.Units * value - commission;
        position.Excursion.See(fill, fill);
        var trade = new TradeRecord(
            account.Equity.NextTrade(), market.Instrument, slot.Strategy.Id, position.Side, position.Units, position.EntryTime, position.Entry,
            position.StopLoss, position.Target, time, fill, reason, r, pnl, position.EntryCosts + cost.Distance * position.Units * value + exitCommission,
            position.BarsHeld + market.BarsBegun(position.EntryTime, time), position.Excursion.MaeR(position), position.Excursion.MfeR(position), position.Tag, day ?? state.Day.Name)
        {
            CostSpread = position.EntrySpread + cost.Half * position.Units * value,
            CostSlippage = position.EntrySlippage + cost.Slippage * position.Units * value,
            CostCommission = commission,
            Risk = position.RiskAmount,
        };
        slot.HasPosition = slot.ExitRequested = false;
        slot.FlattenAfter = long.MaxValue;
        if (Prices.Below(r, 0)) slot.LastLossTime = time;
        market.OpenPositions--;
        state.OpenPositions--;
        account.Equity.Book(slot.Strategy, r, pnl, isToday: trade.TradingDay == state.Day.Name);
        state.Observer.OnTradeClosed(new TradeClosed(trade));
        halts.AfterExit(slot, r, time);
    }

    /// <summary>The strategy asks for its position to be closed: at the next open, or at once where the plan fills at closes.</summary>
    public void Request(Slot slot)
    {
        if (state.Plan.FillAtClose)
            Close(slot, slot.Market.Close, slot.Market.CloseSpread, ExitReasons.Strategy, state.BarTime + state.Plan.Interval.Milliseconds);
        else slot.ExitRequested = true;
    }
}
