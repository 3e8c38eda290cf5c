namespace Axfl.Engine.Events;

/// <summary>An observer that sees nothing; derive from it to see what you name.</summary>
public abstract class EngineObserver : IEngineObserver
{
    /// <inheritdoc/>
    public virtual void OnOrderPlaced(in OrderPlaced placed)
    {
    }

    /// <inheritdoc/>
    public virtual void OnOrderBlocked(in OrderBlocked blocked)
    {
    }

    /// <inheritdoc/>
    public virtual void OnOrderCancelled(in OrderCancelled cancelled)
    {
    }

    /// <inheritdoc/>
    public virtual void OnTradeOpened(in TradeOpened opened)
    {
    }

    /// <inheritdoc/>
    public virtual void OnTradeClosed(in TradeClosed closed)
    {
    }

    /// <inheritdoc/>
    public virtual void OnHaltBegan(in HaltBegan began)
    {
    }

    /// <inheritdoc/>
    public virtual void OnHaltEnded(in HaltEnded ended)
    {
    }

    /// <inheritdoc/>
    public virtual void OnFlatMissed(in FlatMissed missed)
    {
    }

    /// <inheritdoc/>
    public virtual void OnWeekUnknown(in WeekUnknown unknown)
    {
    }
}
