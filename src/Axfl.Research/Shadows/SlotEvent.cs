using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Research.Shadows;

/// <summary>What a strategy did, or what became of an order of it.</summary>
internal enum SlotEventKind
{
    /// <summary>The strategy places an entry, whatever becomes of it.</summary>
    Places,

    /// <summary>The strategy cancels its pending entry, whether there is one or not.</summary>
    Cancels,

    /// <summary>The strategy asks for its position to be closed, whether there is one or not.</summary>
    Exits,

    /// <summary>A gate blocked an entry when it was placed.</summary>
    BlockedWhenPlaced,

    /// <summary>A gate blocked an entry when it would have filled.</summary>
    BlockedAtFill,

    /// <summary>A halt cancelled a pending entry.</summary>
    CancelledByHalt,

    /// <summary>An entry filled.</summary>
    Opened,

    /// <summary>A position was closed.</summary>
    Closed,
}

/// <summary>Something that happened to a slot in a step.</summary>
/// <param name="Kind">What.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Time">Open time of the bar in hand, unix ms.</param>
internal sealed record SlotEvent(SlotEventKind Kind, WatchedSlot Slot, long Time)
{
    /// <summary>The order as it was placed.</summary>
    public EntryOrder Order { get; init; }

    /// <summary>Open time of the bar at whose close it was placed, unix ms.</summary>
    public long PlacedTime { get; init; }

    /// <summary>The gate that blocked it, or whose halt cancelled it.</summary>
    public string Gate { get; init; } = "";

    /// <summary>The trade that was closed.</summary>
    public TradeRecord Trade { get; init; }

    /// <summary>Whether it happened at the close of the bar: the order was placed then.</summary>
    public bool IsAtClose => PlacedTime == Time;
}
