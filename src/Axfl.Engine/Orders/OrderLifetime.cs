namespace Axfl.Engine.Orders;

/// <summary>How long a pending order lives: until its slot is out of session, or until its expiry.</summary>
internal static class OrderLifetime
{
    /// <summary>Why an order is over at a time; null: it is not.</summary>
    /// <param name="order">The order.</param>
    /// <param name="inSession">Whether its slot is in session at the time.</param>
    /// <param name="time">Open time of the bar in hand, or time of the tick, unix ms.</param>
    public static CancelReason? EndAt(in PendingOrder order, bool inSession, long time)
    {
        if (!inSession) return CancelReason.Session;
        return time >= order.Order.Expiry ? CancelReason.Expired : null;
    }

    /// <summary>The first open (unix ms) at which an order may be over that waits after the bar of a time.</summary>
    /// <param name="order">The order.</param>
    /// <param name="openUntil">Until when its slot is in session for certain, unix ms, exclusive.</param>
    public static long DueAfter(in PendingOrder order, long openUntil) => Math.Min(openUntil, order.Order.Expiry);
}
