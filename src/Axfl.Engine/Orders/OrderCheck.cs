using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Orders;

/// <summary>The desk's look at an order before the gates: numbers are numbers, and the tag is there.</summary>
public static class OrderCheck
{
    /// <summary>Most characters of a tag: it stands in each file that tells of the order.</summary>
    public const int LongestTag = 1000;

    /// <summary>The order with an empty tag for none.</summary>
    /// <exception cref="AxflException">A price is infinite or not above 0, a stop or limit has none, its tag is longer than <see cref="LongestTag"/>, or side or type is no known one (<c>OrderInvalid</c>).</exception>
    public static EntryOrder Checked(in EntryOrder order)
    {
        if (order.Side is not (Side.Long or Side.Short)) throw Invalid($"its side {(int)order.Side} is neither Long nor Short");
        if (order.Type is not (EntryType.Market or EntryType.Stop or EntryType.Limit)) throw Invalid($"its type {(int)order.Type} is not Market, Stop or Limit");
        if (order.Type != EntryType.Market && !double.IsFinite(order.Price)) throw Invalid($"the price of a {order.Type.Name()} order is {order.Price}");
        if (double.IsInfinity(order.StopLoss)) throw Invalid("its stop loss is infinite (NaN means none)");
        if (double.IsInfinity(order.Target)) throw Invalid("its target is infinite (NaN means none)");
        if (order.Type != EntryType.Market && order.Price <= 0) throw Invalid($"its price {order.Price} is not above 0");
        if (order.StopLoss <= 0) throw Invalid($"its stop loss {order.StopLoss} is not above 0");
        if (order.Target <= 0) throw Invalid($"its target {order.Target} is not above 0");
        if (order.Tag?.Length > LongestTag) throw Invalid($"its tag has {order.Tag.Length} characters, more than {LongestTag}");
        return order.Tag is null ? order with { Tag = "" } : order;
    }

    private static AxflException Invalid(FormattableString what) => new(
        "OrderInvalid", ErrorKind.Configuration, "The order is refused: " + FormattableString.Invariant(what) + ".");

    private static AxflException Invalid(string what) => new("OrderInvalid", ErrorKind.Configuration, $"The order is refused: {what}.");
}
