using Axfl.Contracts;

namespace Axfl.Testing.Harness;

/// <summary>Orders in pips from 1.1000.</summary>
internal static class DeskOrders
{
    public static void Buy(this IOrderDesk desk, double stop = -10, double target = double.NaN, string tag = "") =>
        Order(desk, Side.Long, EntryType.Market, 0, stop, target, double.PositiveInfinity, tag);

    public static void Sell(this IOrderDesk desk, double stop = 10, double target = double.NaN) =>
        Order(desk, Side.Short, EntryType.Market, 0, stop, target, double.PositiveInfinity, "");

    public static void BuyStop(this IOrderDesk desk, double price, double stop = -10, double target = double.NaN, double untilBar = double.PositiveInfinity) =>
        Order(desk, Side.Long, EntryType.Stop, price, stop, target, untilBar, "");

    public static void SellStop(this IOrderDesk desk, double price, double stop = 10, double target = double.NaN, double untilBar = double.PositiveInfinity) =>
        Order(desk, Side.Short, EntryType.Stop, price, stop, target, untilBar, "");

    public static void BuyLimit(this IOrderDesk desk, double price, double stop = -10, double target = double.NaN, double untilBar = double.PositiveInfinity) =>
        Order(desk, Side.Long, EntryType.Limit, price, stop, target, untilBar, "");

    public static void SellLimit(this IOrderDesk desk, double price, double stop = 10, double target = double.NaN, double untilBar = double.PositiveInfinity) =>
        Order(desk, Side.Short, EntryType.Limit, price, stop, target, untilBar, "");

    private static void Order(IOrderDesk desk, Side side, EntryType type, double price, double stop, double target, double untilBar, string tag) =>
        desk.Place(new EntryOrder(
            side, type, Pips.Price(price), Pips.Price(stop), Pips.Price(target), double.IsInfinity(untilBar) ? long.MaxValue : Scenario.Time(untilBar), tag));
}
