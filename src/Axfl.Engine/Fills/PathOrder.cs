using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>Intrabar fill model <see cref="IntrabarPolicy.Path"/>: open, nearer extreme, other extreme, close; whatever is met first happens first.</summary>
internal sealed class PathOrder(Market[] markets, EntryFill entries, PositionExit exits) : IntrabarModel(markets)
{
    /// <inheritdoc/>
    public override bool IsDecidedByExtremes => true;

    /// <inheritdoc/>
    public override void Walk(Slot slot, in Bar bar)
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
        if (slot.HasPending && !slot.Pending.IsMarket && slot.Pending.FillsAtOpen(price))
            entries.Fill(slot, price, spread, time);
        if (!slot.HasPosition) return;
        if (StopLoss.IsHit(slot.Position, price)) exits.Close(slot, price, spread, ExitReasons.StopLoss, time);
        else if (Target.IsHit(slot.Position, price)) exits.Close(slot, price, spread, ExitReasons.Target, time);
    }

    private void Along(Slot slot, double from, double to, long time)
    {
        var direction = to >= from ? Side.Long : Side.Short;
        var spread = slot.Market.InsideSpread;
        if (slot.HasPending && !slot.Pending.IsMarket && Trigger.Direction(slot.Pending.Order) == direction && Trigger.IsMet(slot.Pending.Order, to))
        {
            var price = slot.Pending.Price;
            if (entries.Fill(slot, price, spread, time) && Target.IsHit(slot.Position, price))
            {
                exits.Close(slot, price, spread, ExitReasons.Target, time);
                return;
            }
        }

        if (!slot.HasPosition) return;
        ref var position = ref slot.Position;
        if (direction != position.Side && StopLoss.IsHit(position, to)) exits.Close(slot, position.StopLoss, spread, ExitReasons.StopLoss, time);
        else if (direction == position.Side && Target.IsHit(position, to)) exits.Close(slot, position.Target, spread, ExitReasons.Target, time);
    }
}
