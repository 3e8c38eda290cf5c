using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Exits;
using Axfl.Engine.Orders;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>What happens to a slot at the open of a bar: a position that is due is closed, a pending order that is over cancelled, a market order filled.</summary>
internal sealed class OpenOfBar(PortfolioState state, EntryFill entries, PositionExit exits)
{
    /// <summary>Does it.</summary>
    public void Walk(Slot slot, in Bar bar)
    {
        if (slot.HasPosition && ExitReasons.At(slot, bar.Time) is { } reason)
        {
            if (reason.IsLate(slot, bar.Time)) state.Observer.OnFlatMissed(new FlatMissed(bar.Time, slot.Market.Instrument, slot.Strategy.Id, reason));
            exits.Close(slot, bar.Open, slot.Market.OpenSpread, reason, bar.Time);
        }

        if (!slot.HasPending || CancelIfOver(slot, bar.Time)) return;
        if (slot.Pending.IsMarket) entries.Fill(slot, bar.Open, slot.Market.OpenSpread, bar.Time);
    }

    /// <summary>Cancels a slot's pending order that is over at a time (unix ms).</summary>
    /// <returns>Whether it was.</returns>
    public bool CancelIfOver(Slot slot, long time)
    {
        if (OrderLifetime.EndAt(slot.Pending, slot.Calendar.IsOpen(time), time) is not { } reason) return false;
        state.Cancel(slot, reason, time);
        return true;
    }
}
