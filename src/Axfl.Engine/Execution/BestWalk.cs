using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>
/// Fills inside a bar by <see cref="IntrabarPolicy.Best"/>, the mirror of <see cref="WorstWalk"/>: the open first, then target before stop loss. On the
/// bar of a stop or limit entry the target is granted when it is reached, and the stop loss counts only when the close is at or beyond it.
/// </summary>
internal sealed class BestWalk(Broker broker) : IFillModel
{
    /// <inheritdoc/>
    public void Walk(Slot slot, in Bar bar)
    {
        if (slot.HasPosition)
        {
            if (!ExitAtOpen(slot, bar)) ExitInside(slot, bar, Touch.Extreme(bar, Touch.Opposite(slot.Position.Side)));
        }
        else if (slot.HasWaiting && slot.Waiting.Type != EntryType.Market) Enter(slot, bar);
    }

    private void Enter(Slot slot, in Bar bar)
    {
        var order = slot.Waiting;
        if (slot.WaitingPassed || Touch.Triggers(order, bar.Open))
        {
            // A position that is there at the open is under the rules of the open.
            if (broker.Fill(slot, bar.Open, slot.Market.OpenSpread, bar.Time) && !ExitAtOpen(slot, bar)) ExitInside(slot, bar, bar.Close);
        }
        else if (Touch.Triggers(order, Touch.Extreme(bar, Touch.Direction(order)))
            && broker.Fill(slot, order.Price, slot.Market.InsideSpread, bar.Time)) ExitInside(slot, bar, bar.Close);
    }

    private bool ExitAtOpen(Slot slot, in Bar bar)
    {
        ref var position = ref slot.Position;
        if (Touch.IsStopped(position, bar.Open)) broker.Exit(slot, bar.Open, slot.Market.OpenSpread, ExitReason.StopLoss, bar.Time);
        else if (Touch.IsAtTarget(position, bar.Open)) broker.Exit(slot, bar.Open, slot.Market.OpenSpread, ExitReason.Target, bar.Time);
        return !slot.HasPosition;
    }

    // The price that decides whether the stop loss counts: the bar's extreme, or its close on the bar of the entry.
    private void ExitInside(Slot slot, in Bar bar, double adverse)
    {
        ref var position = ref slot.Position;
        var spread = slot.Market.InsideSpread;
        if (Touch.IsAtTarget(position, Touch.Extreme(bar, position.Side))) broker.Exit(slot, position.Target, spread, ExitReason.Target, bar.Time);
        else if (Touch.IsStopped(position, adverse)) broker.Exit(slot, position.StopLoss, spread, ExitReason.StopLoss, bar.Time);
    }
}
