using Axfl.Contracts;
using Axfl.Engine.Orders;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Shadows;

/// <summary>When one bar cannot tell what became of a position.</summary>
internal static class Ambiguity
{
    /// <summary>
    /// Whether a bar is ambiguous for a slot before it is walked: it reaches stop loss and target, or either of them on the bar on which a stop or limit entry
    /// fills. What its open decides is not: a stop loss or target at or beyond which it opens, for a position that is there at the open.
    /// </summary>
    public static bool Is(Slot slot, in Bar bar)
    {
        if (slot.HasPosition)
        {
            ref var position = ref slot.Position;
            return !IsDecided(bar.Open, position.Side, position.StopLoss, position.Target)
                && ReachesStop(bar, position.Side, position.StopLoss) && ReachesTarget(bar, position.Side, position.Target);
        }

        if (!slot.HasPending || slot.Pending.IsMarket || !Fills(slot, bar)) return false;
        ref readonly var order = ref slot.Pending.Order;
        return !(slot.Pending.FillsAtOpen(bar.Open) && IsDecided(bar.Open, order.Side, order.StopLoss, order.Target))
            && (ReachesStop(bar, order.Side, order.StopLoss) || ReachesTarget(bar, order.Side, order.Target));
    }

    /// <summary>Whether a waiting stop or limit entry fills at a bar's open or inside it.</summary>
    public static bool Fills(Slot slot, in Bar bar) =>
        slot.Pending.FillsAtOpen(bar.Open) || Trigger.IsMet(slot.Pending.Order, Trigger.Extreme(bar, Trigger.Direction(slot.Pending.Order)));

    private static bool IsDecided(double open, Side side, double stopLoss, double target) =>
        Trigger.Reaches(Trigger.Opposite(side), open, stopLoss) || Trigger.Reaches(side, open, target);

    private static bool ReachesStop(in Bar bar, Side side, double stopLoss) =>
        Trigger.Reaches(Trigger.Opposite(side), Trigger.Extreme(bar, Trigger.Opposite(side)), stopLoss);

    private static bool ReachesTarget(in Bar bar, Side side, double target) => Trigger.Reaches(side, Trigger.Extreme(bar, side), target);
}
