using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Orders;

/// <summary>The desk's look at an order before the gates: numbers are numbers, and the tag is there.</summary>
internal static class OrderCheck
{
    /// <summary>The order with an empty tag for none.</summary>
    /// <exception cref="AxflException">A price is infinite, a stop or limit has none, or side or type is no known one (<c>OrderInvalid</c>).</exception>
    public static EntryOrder Checked(in EntryOrder order)
    {
        if (order.Side is not (Side.Long or Side.Short)) throw Invalid($"its side {(int)order.Side} is neither Long nor Short");
        if (order.Type is not (EntryType.Market or EntryType.Stop or EntryType.Limit)) throw Invalid($"its type {(int)order.Type} is not Market, Stop or Limit");
        if (order.Type != EntryType.Market && !double.IsFinite(order.Price)) throw Invalid($"the price of a {order.Type.Name()} order is {order.Price}");
        if (double.IsInfinity(order.StopLoss)) throw Invalid("its stop loss is infinite (NaN means none)");
        if (double.IsInfinity(order.Target)) throw Invalid("its target is infinite (NaN means none)");
        return order.Tag is null ? order with { Tag = "" } : order;
    }

    private static AxflException Invalid(FormattableString what) => new(
        "OrderInvalid", ErrorKind.Configuration, "The order is refused: " + FormattableString.Invariant(what) + ".");

    private static AxflException Invalid(string what) => new("OrderInvalid", ErrorKind.Configuration, $"The order is refused: {what}.");
}
