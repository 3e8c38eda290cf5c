using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>Fills inside a bar by <see cref="IntrabarPolicy.Worst"/>: the open first, then stop loss before target, no target on the bar of an entry.</summary>
internal sealed class WorstWalk(Broker broker) : IFillModel
{
    /// <inheritdoc/>
    public void Walk(Slot slot, in Bar bar)
    {
        var spread = slot.Market.InsideSpread;
        if (slot.HasPosition) Protect(slot, bar, spread);
        else if (slot.HasWaiting && slot.Waiting.Type != EntryType.Market) Enter(slot, bar, spread);
    }

    private void Protect(Slot slot, in Bar bar, double spread)
    {
        ref var position = ref slot.Position;
        if (Touch.IsStopped(position, bar.Open)) broker.Exit(slot, bar.Open, slot.Market.OpenSpread, ExitReason.StopLoss, bar.Time);
        else if (Touch.IsAtTarget(position, bar.Open)) broker.Exit(slot, bar.Open, slot.Market.OpenSpread, ExitReason.Target, bar.Time);
        else if (Touch.IsStopped(position, Touch.Extreme(bar, Touch.Opposite(position.Side))))
            broker.Exit(slot, position.StopLoss, spread, ExitReason.StopLoss, bar.Time);
        else if (Touch.IsAtTarget(position, Touch.Extreme(bar, position.Side))) broker.Exit(slot, position.Target, spread, ExitReason.Target, bar.Time);
    }

    private void Enter(Slot slot, in Bar bar, double spread)
    {
        var order = slot.Waiting;
        bool filled;
        if (slot.WaitingPassed || Touch.Triggers(order, bar.Open)) filled = broker.Fill(slot, bar.Open, slot.Market.OpenSpread, bar.Time);
        else if (Touch.Triggers(order, Touch.Extreme(bar, Touch.Direction(order)))) filled = broker.Fill(slot, order.Price, spread, bar.Time);
        else return;
        if (filled && Touch.IsStopped(slot.Position, Touch.Extreme(bar, Touch.Opposite(order.Side))))
            broker.Exit(slot, slot.Position.StopLoss, spread, ExitReason.StopLoss, bar.Time);
    }
}
