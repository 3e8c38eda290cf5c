using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>Fills inside a bar by <see cref="IntrabarPolicy.Path"/>: open, nearer extreme, other extreme, close; whatever is met first happens first.</summary>
internal sealed class PathWalk(Broker broker) : IFillModel
{
    /// <inheritdoc/>
    public void Walk(Slot slot, in Bar bar)
    {
        var highFirst = Prices.Below(bar.High - bar.Open, bar.Open - bar.Low);
        AtPoint(slot, bar.Open, bar.Time);
        Along(slot, bar.Open, highFirst ? bar.High : bar.Low, bar.Time);
        Along(slot, highFirst ? bar.High : bar.Low, highFirst ? bar.Low : bar.High, bar.Time);
        Along(slot, highFirst ? bar.Low : bar.High, bar.Close, bar.Time);
    }

    private void AtPoint(Slot slot, double price, long time)
    {
        var spread = slot.Market.OpenSpread;
        if (slot.HasWaiting && slot.Waiting.Type != EntryType.Market && (slot.WaitingPassed || Touch.Triggers(slot.Waiting, price)))
            broker.Fill(slot, price, spread, time);
        if (!slot.HasPosition) return;
        if (Touch.IsStopped(slot.Position, price)) broker.Exit(slot, price, spread, ExitReason.StopLoss, time);
        else if (Touch.IsAtTarget(slot.Position, price)) broker.Exit(slot, price, spread, ExitReason.Target, time);
    }

    private void Along(Slot slot, double from, double to, long time)
    {
        var direction = to >= from ? Side.Long : Side.Short;
        var spread = slot.Market.InsideSpread;
        if (slot.HasWaiting && slot.Waiting.Type != EntryType.Market && Touch.Direction(slot.Waiting) == direction && Touch.Triggers(slot.Waiting, to))
        {
            var price = slot.Waiting.Price;
            if (broker.Fill(slot, price, spread, time) && Touch.IsAtTarget(slot.Position, price))
            {
                broker.Exit(slot, price, spread, ExitReason.Target, time);
                return;
            }
        }

        if (!slot.HasPosition) return;
        ref var position = ref slot.Position;
        if (direction != position.Side && Touch.IsStopped(position, to)) broker.Exit(slot, position.StopLoss, spread, ExitReason.StopLoss, time);
        else if (direction == position.Side && Touch.IsAtTarget(position, to)) broker.Exit(slot, position.Target, spread, ExitReason.Target, time);
    }
}
