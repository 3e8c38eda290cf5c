using Axfl.Engine.Events;

namespace Axfl.Runs.Recording;

/// <summary>Two observers of one engine, one told after the other.</summary>
/// <param name="first">Told first.</param>
/// <param name="second">Told then.</param>
internal sealed class ObserverPair(IEngineObserver first, IEngineObserver second) : IEngineObserver
{
    /// <inheritdoc/>
    public void OnOrderPlaced(in OrderPlaced placed)
    {
        first.OnOrderPlaced(placed);
        second.OnOrderPlaced(placed);
    }

    /// <inheritdoc/>
    public void OnOrderBlocked(in OrderBlocked blocked)
    {
        first.OnOrderBlocked(blocked);
        second.OnOrderBlocked(blocked);
    }

    /// <inheritdoc/>
    public void OnOrderCancelled(in OrderCancelled cancelled)
    {
        first.OnOrderCancelled(cancelled);
        second.OnOrderCancelled(cancelled);
    }

    /// <inheritdoc/>
    public void OnTradeOpened(in TradeOpened opened)
    {
        first.OnTradeOpened(opened);
        second.OnTradeOpened(opened);
    }

    /// <inheritdoc/>
    public void OnTradeClosed(in TradeClosed closed)
    {
        first.OnTradeClosed(closed);
        second.OnTradeClosed(closed);
    }

    /// <inheritdoc/>
    public void OnHaltBegan(in HaltBegan began)
    {
        first.OnHaltBegan(began);
        second.OnHaltBegan(began);
    }

    /// <inheritdoc/>
    public void OnHaltEnded(in HaltEnded ended)
    {
        first.OnHaltEnded(ended);
        second.OnHaltEnded(ended);
    }

    /// <inheritdoc/>
    public void OnFlatMissed(in FlatMissed missed)
    {
        first.OnFlatMissed(missed);
        second.OnFlatMissed(missed);
    }

    /// <inheritdoc/>
    public void OnWeekUnknown(in WeekUnknown unknown)
    {
        first.OnWeekUnknown(unknown);
        second.OnWeekUnknown(unknown);
    }
}
