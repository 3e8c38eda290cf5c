namespace Axfl.Engine.Events;

/// <summary>Sees what the engine does, as it does it: the one way out of a run. Must not change anything the engine reads.</summary>
/// <remarks>
/// Each accepted order has exactly one of <see cref="OnTradeOpened"/>, <see cref="OnOrderBlocked"/> at its fill, or <see cref="OnOrderCancelled"/>,
/// unless the run leaves it pending at its end.
/// </remarks>
public interface IEngineObserver
{
    /// <summary>An entry was accepted and is pending.</summary>
    void OnOrderPlaced(in OrderPlaced placed);

    /// <summary>A gate blocked an entry, when it was placed or when it would have filled.</summary>
    void OnOrderBlocked(in OrderBlocked blocked);

    /// <summary>A pending entry was cancelled.</summary>
    void OnOrderCancelled(in OrderCancelled cancelled);

    /// <summary>A pending entry filled: there is a position.</summary>
    void OnTradeOpened(in TradeOpened opened);

    /// <summary>A position was closed.</summary>
    void OnTradeClosed(in TradeClosed closed);

    /// <summary>A halt began: portfolio halt, strategy stop, drawdown lock.</summary>
    void OnHaltBegan(in HaltBegan began);

    /// <summary>A halt ended.</summary>
    void OnHaltEnded(in HaltEnded ended);

    /// <summary>A position that was to be closed at a time of which nothing was seen is closed now; its trade is told of next.</summary>
    void OnFlatMissed(in FlatMissed missed)
    {
    }

    /// <summary>An entry passed the news gate in a week of which the calendar knows nothing; told once a week.</summary>
    void OnWeekUnknown(in WeekUnknown unknown)
    {
    }
}
