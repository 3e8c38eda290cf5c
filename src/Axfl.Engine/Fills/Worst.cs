using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>Intrabar fill model <see cref="IntrabarPolicy.Worst"/>: the open first, then stop loss before target, no target on the bar of an entry.</summary>
internal sealed class Worst(Market[] markets, EntryFill entries, PositionExit exits) : IntrabarModel(markets)
{
    /// <inheritdoc/>
    public override bool IsDecidedByExtremes => true;

    /// <inheritdoc/>
    public override void Walk(Slot slot, in Bar bar)
    {
        var spread = slot.Market.InsideSpread;
        if (slot.HasPosition) Protect(slot, bar, spread);
        else if (slot.HasPending && !slot.Pending.IsMarket) Enter(slot, bar, spread);
    }

    private void Protect(Slot slot, in Bar bar, double spread)
    {
        ref var position = ref slot.Position;
        if (StopLoss.IsHit(position, bar.Open)) exits.Close(slot, bar.Open, slot.Market.OpenSpread, ExitReasons.StopLoss, bar.Time);
        else if (Target.IsHit(position, bar.Open)) exits.Close(slot, bar.Open, slot.Market.OpenSpread, ExitReasons.Target, bar.Time);
        else if (StopLoss.IsHit(position, Trigger.Extreme(bar, Trigger.Opposite(position.Side))))
            exits.Close(slot, position.StopLoss, spread, ExitReasons.StopLoss, bar.Time);
        else if (Target.IsHit(position, Trigger.Extreme(bar, position.Side))) exits.Close(slot, position.Target, spread, ExitReasons.Target, bar.Time);
    }

    private void Enter(Slot slot, in Bar bar, double spread)
    {
        ref readonly var order = ref slot.Pending.Order;
        var side = order.Side;
        bool filled;
        if (slot.Pending.FillsAtOpen(bar.Open)) filled = entries.Fill(slot, bar.Open, slot.Market.OpenSpread, bar.Time);
        else if (Trigger.IsMet(order, Trigger.Extreme(bar, Trigger.Direction(order)))) filled = entries.Fill(slot, order.Price, spread, bar.Time);
        else return;
        if (filled && StopLoss.IsHit(slot.Position, Trigger.Extreme(bar, Trigger.Opposite(side))))
            exits.Close(slot, slot.Position.StopLoss, spread, ExitReasons.StopLoss, bar.Time);
    }
}
