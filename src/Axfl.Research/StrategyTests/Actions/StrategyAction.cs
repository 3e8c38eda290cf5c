using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Research.StrategyTests.Actions;

/// <summary>What a strategy asks its desk for.</summary>
internal enum ActionKind
{
    /// <summary>An entry.</summary>
    Order,

    /// <summary>Its pending entry cancelled.</summary>
    Cancel,

    /// <summary>Its position closed.</summary>
    Exit,
}

/// <summary>One thing a strategy asked for.</summary>
/// <param name="Time">Open time of the bar at whose close it asked, unix ms.</param>
/// <param name="Kind">What.</param>
/// <param name="Order">The order as the engine takes it; default for the others.</param>
internal readonly record struct StrategyAction(long Time, ActionKind Kind, EntryOrder Order)
{
    /// <summary>The same on bars that are moved.</summary>
    /// <param name="price">Added to each price.</param>
    /// <param name="time">Added to each time, ms.</param>
    public StrategyAction Moved(double price, long time) => this with
    {
        Time = Time + time,
        Order = Kind != ActionKind.Order ? Order : Order with
        {
            Price = Order.Price + price,
            StopLoss = Order.StopLoss + price,
            Target = Order.Target + price,
            Expiry = Order.Expiry == long.MaxValue ? long.MaxValue : Order.Expiry + time,
        },
    };

    /// <summary>The first field that differs; null: none.</summary>
    /// <param name="other">The other action.</param>
    /// <param name="tolerance">Prices nearer than this are equal; 0: all bits count.</param>
    public string? FieldThatDiffers(in StrategyAction other, double tolerance)
    {
        if (Time != other.Time || Kind != other.Kind) return "action";
        if (Kind != ActionKind.Order) return null;
        var (a, b) = (Order, other.Order);
        return a.Side != b.Side ? nameof(a.Side)
            : a.Type != b.Type ? nameof(a.Type)
            : !Equal(a.Price, b.Price, tolerance) ? nameof(a.Price)
            : !Equal(a.StopLoss, b.StopLoss, tolerance) ? nameof(a.StopLoss)
            : !Equal(a.Target, b.Target, tolerance) ? nameof(a.Target)
            : a.Expiry != b.Expiry ? nameof(a.Expiry)
            : a.Tag != b.Tag ? nameof(a.Tag) : null;
    }

    /// <summary>The action for people, prices in full.</summary>
    public override string ToString() => Kind switch
    {
        ActionKind.Cancel => "cancel the pending entry",
        ActionKind.Exit => "close the position",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(Order.Side == Side.Long ? "long" : "short")} {TypeName} {Order.Price}, stop loss {Price(Order.StopLoss)}, target {Price(Order.Target)}")
            + (Order.Expiry == long.MaxValue ? "" : $", until {EventTime.ToIso(Order.Expiry)}") + (Order.Tag.Length == 0 ? "" : $", '{ShownText.Line(Order.Tag)}'"),
    };

    private string TypeName => Order.Type switch { EntryType.Market => "market", EntryType.Stop => "stop", _ => "limit" };

    private static string Price(double price) => double.IsNaN(price) ? "none" : price.ToString(CultureInfo.InvariantCulture);

    private static bool Equal(double a, double b, double tolerance) => a.Equals(b) || Math.Abs(a - b) <= tolerance;
}
