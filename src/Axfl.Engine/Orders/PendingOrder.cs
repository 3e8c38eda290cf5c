using Axfl.Contracts;

namespace Axfl.Engine.Orders;

/// <summary>An entry that was accepted and waits for its fill.</summary>
internal struct PendingOrder
{
    public EntryOrder Order;

    /// <summary>Open time of the bar at whose close it was placed.</summary>
    public long PlacedTime;

    /// <summary>Whether it is a stop whose price the close at which it was placed had already reached: it fills at the next open by the gap rule.</summary>
    public bool IsPassed;

    public readonly bool IsMarket => Order.Type == EntryType.Market;

    public readonly Side Side => Order.Side;

    /// <summary>Trigger price; of a market order the close at which it was placed.</summary>
    public readonly double Price => Order.Price;

    /// <summary>Whether a stop or limit fills at the open of the bar in hand.</summary>
    public readonly bool FillsAtOpen(double open) => IsPassed || Trigger.IsMet(Order, open);

    public static PendingOrder Place(in EntryOrder order, double close, long time) => new()
    {
        Order = order,
        PlacedTime = time,
        IsPassed = order.Type == EntryType.Stop && Trigger.Reaches(order.Side, close, order.Price),
    };
}
