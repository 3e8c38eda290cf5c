using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Testing.Golden;

/// <summary>Does at the close of the bar <c>at</c> what its <c>orders</c> say.</summary>
internal sealed class ScriptedStrategy(IReadOnlyList<object?> orders) : IStrategy
{
    public static StrategyDefinition Definition { get; } = new(
        "scripted", "Orders by time.", [new StrategyParameterInfo("orders", typeof(object), true, "list", null, null, null, "Orders.")], "test",
        setup => new ScriptedStrategy((IReadOnlyList<object?>)setup.Values["orders"]!)) { Shareable = true };

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        foreach (var order in orders.Cast<IReadOnlyDictionary<string, object?>>())
        {
            if (Time(order, "at") != bar.Time) continue;
            var action = (string)order["action"]!;
            if (action == "cancel") desk.CancelEntry();
            else if (action == "exit") desk.ExitPosition();
            else Place(order, action == "buy" ? Side.Long : Side.Short, desk);
        }
    }

    private static void Place(IReadOnlyDictionary<string, object?> order, Side side, IOrderDesk desk) => desk.Place(new EntryOrder(
        side, Enum.Parse<EntryType>((string)order["type"]!, ignoreCase: true), Number(order, "price"), Number(order, "stop_loss"), Number(order, "target"),
        Time(order, "expiry") ?? long.MaxValue));

    private static double Number(IReadOnlyDictionary<string, object?> order, string key) =>
        order.TryGetValue(key, out var value) ? double.Parse((string)value!, CultureInfo.InvariantCulture) : double.NaN;

    private static long? Time(IReadOnlyDictionary<string, object?> order, string key) =>
        order.TryGetValue(key, out var value) && EventTime.TryParseIso((string?)value, out var time) ? time : null;
}
