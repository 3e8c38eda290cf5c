using Axfl.Contracts;

namespace Axfl.Engine.Orders;

/// <summary>When a price level is met. Mid prices; nearer than 1e-9 counts as met.</summary>
internal static class Trigger
{
    /// <summary>Whether a price moving in the direction of a side has reached a level: up for long, down for short.</summary>
    public static bool Reaches(Side direction, double price, double level) =>
        direction == Side.Long ? Prices.AtLeast(price, level) : Prices.AtMost(price, level);

    /// <summary>Direction in which the market moves to meet a pending entry: with it for a stop, against it for a limit.</summary>
    public static Side Direction(in EntryOrder order) => order.Type == EntryType.Stop ? order.Side : Opposite(order.Side);

    /// <summary>Whether a price triggers a pending stop or limit entry.</summary>
    public static bool IsMet(in EntryOrder order, double price) => Reaches(Direction(order), price, order.Price);

    /// <summary>The bar's extreme in a direction.</summary>
    public static double Extreme(in Bar bar, Side direction) => direction == Side.Long ? bar.High : bar.Low;

    /// <summary>The other side.</summary>
    public static Side Opposite(Side side) => side == Side.Long ? Side.Short : Side.Long;
}
