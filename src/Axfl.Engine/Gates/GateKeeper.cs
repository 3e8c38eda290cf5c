using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Gates;

/// <summary>Takes orders through the gates, reports those that are blocked and counts them by gate and trading day.</summary>
internal sealed class GateKeeper(PortfolioState state, TradingAccount account, Halts halts)
{
    /// <summary>Orders blocked on the trading day, by gate in the order of <see cref="GateList"/>.</summary>
    public int[] BlockedToday { get; } = new int[GateList.InOrder.Count];

    /// <summary>Whether a gate blocks an order; if one does, the decision is reported.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="stage">Placed, or about to fill.</param>
    /// <param name="order">The order.</param>
    /// <param name="price">Price before costs: placed, the order's; at the fill, that of the fill.</param>
    /// <param name="fill">Price with costs at the fill; NaN when placed.</param>
    /// <param name="spread">Spread, quote currency.</param>
    public bool Blocks(Slot slot, DecisionStage stage, in EntryOrder order, double price, double fill, double spread)
    {
        var check = new GateCheck { State = state, Account = account, Halts = halts, Slot = slot, Order = order, Price = price, Fill = fill, Spread = spread };
        var gate = GateList.FirstBlocking(check, out var compared);
        if (gate < 0) return false;
        BlockedToday[gate]++;
        state.Observer.OnOrderBlocked(new OrderBlocked(
            state.BarTime, slot.Market.Instrument, slot.Strategy.Id, stage, GateList.InOrder[gate], order, compared.Left, compared.Right, compared.Subject));
        return true;
    }

    public void BeginDay() => Array.Clear(BlockedToday);
}
