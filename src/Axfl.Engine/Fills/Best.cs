using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>
/// Intrabar fill model <see cref="IntrabarPolicy.Best"/>, the mirror of <see cref="Worst"/>: the open first, then target before stop loss. On the
/// bar of a stop or limit entry the target is granted when it is reached, and the stop loss counts only when the close is at or beyond it.
/// </summary>
internal sealed class Best(Market[] markets, EntryFill entries, PositionExit exits) : IntrabarModel(markets)
{
    /// <inheritdoc/>
    public override bool IsDecidedByExtremes => true;

    /// <inheritdoc/>
    public override void Walk(Slot slot, in Bar bar)
    {
        if (slot.HasPosition)
        {
            if (!ExitAtOpen(slot, bar)) ExitInside(slot, bar, Trigger.Extreme(bar, Trigger.Opposite(slot.Position.Side)));
        }
        else if (slot.HasPending && !slot.Pending.IsMarket) Enter(slot, bar);
    }

    private void Enter(Slot slot, in Bar bar)
    {
        ref readonly var order = ref slot.Pending.Order;
        if (slot.Pending.FillsAtOpen(bar.Open))
        {
            // A position that is there at the open is under the rules of the open.
            if (entries.Fill(slot, bar.Open, slot.Market.OpenSpread, bar.Time) && !ExitAtOpen(slot, bar)) ExitInside(slot, bar, bar.Close);
        }
        else if (Trigger.IsMet(order, Trigger.Extreme(bar, Trigger.Direction(order)))
            && entries.Fill(slot, order.Price, slot.Market.InsideSpread, bar.Time)) ExitInside(slot, bar, bar.Close);
    }

    private bool ExitAtOpen(Slot slot, in Bar bar)
    {
        ref var position = ref slot.Position;
        if (StopLoss.IsHit(position, bar.Open)) exits.Close(slot, bar.Open, slot.Market.OpenSpread, ExitReasons.StopLoss, bar.Time);
        else if (Target.IsHit(position, bar.Open)) exits.Close(slot, bar.Open, slot.Market.OpenSpread, ExitReasons.Target, bar.Time);
        return !slot.HasPosition;
    }

    // The price that decides whether the stop loss counts: the bar's extreme, or its close on the bar of the entry.
    private void ExitInside(Slot slot, in Bar bar, double adverse)
    {
        ref var position = ref slot.Position;
        var spread = slot.Market.InsideSpread;
        if (Target.IsHit(position, Trigger.Extreme(bar, position.Side))) exits.Close(slot, position.Target, spread, ExitReasons.Target, bar.Time);
        else if (StopLoss.IsHit(position, adverse)) exits.Close(slot, position.StopLoss, spread, ExitReasons.StopLoss, bar.Time);
    }
}
