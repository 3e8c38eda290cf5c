using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Exits;
using Axfl.Engine.Fills;
using Axfl.Engine.Gates;
using Axfl.Engine.Orders;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Desk;

/// <summary>The desk a slot's strategy speaks to at the close of a bar: entries go through the gates and are pending from then on.</summary>
internal sealed class OrderDesk(Slot slot, PortfolioState state, GateKeeper gates, EntryFill entries, PositionExit exits) : IOrderDesk
{
    /// <inheritdoc/>
    public void Place(in EntryOrder order) => Take(OrderCheck.Checked(order));

    /// <inheritdoc/>
    public void CancelEntry()
    {
        if (slot.HasPending) state.Cancel(slot, CancelReason.Strategy, state.BarTime);
    }

    /// <inheritdoc/>
    public void ExitPosition()
    {
        if (slot.HasPosition) exits.Request(slot);
    }

    private void Take(EntryOrder order)
    {
        var market = slot.Market;
        if (order.Type == EntryType.Market) order = order with { Price = market.Close };
        if (gates.Blocks(slot, DecisionStage.Place, order, order.Price, double.NaN, market.CloseSpread)) return;
        if (slot.HasPending) state.Cancel(slot, CancelReason.Replaced, state.BarTime);
        slot.HasPending = true;
        slot.Pending = PendingOrder.Place(order, market.Close, state.BarTime);
        state.Observer.OnOrderPlaced(new OrderPlaced(state.BarTime, market.Instrument, slot.Strategy.Id, order));
        if (order.Type == EntryType.Market && state.Plan.FillAtClose)
            entries.Fill(slot, market.Close, market.CloseSpread, state.BarTime + state.Plan.Interval.Milliseconds);
    }
}
