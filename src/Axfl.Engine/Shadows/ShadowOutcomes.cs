using Axfl.Engine.Events;

namespace Axfl.Engine.Shadows;

/// <summary>Brings what happens to a shadow to it: each has a strategy's name of its own, its number.</summary>
internal sealed class ShadowOutcomes : IEngineObserver
{
    private readonly Dictionary<string, ShadowOrder> _orders = new(StringComparer.Ordinal);

    public void Add(string id, ShadowOrder order) => _orders.Add(id, order);

    public ShadowOrder Of(string id) => _orders[id];

    public void Forget()
    {
        foreach (var (id, order) in _orders)
            if (order.IsOver) _orders.Remove(id);
    }

    public void OnTradeOpened(in TradeOpened opened) => _orders[opened.Strategy].HasFilled = true;

    public void OnTradeClosed(in TradeClosed closed) => _orders[closed.Trade.Strategy].Trade = closed.Trade;

    public void OnOrderPlaced(in OrderPlaced placed)
    {
        // A shadow is placed by the driver, who knows it.
    }

    public void OnOrderBlocked(in OrderBlocked blocked)
    {
        // It is over, and has not filled.
    }

    public void OnOrderCancelled(in OrderCancelled cancelled)
    {
        // Likewise.
    }

    public void OnHaltBegan(in HaltBegan began)
    {
        // Shadows know no halts.
    }

    public void OnHaltEnded(in HaltEnded ended)
    {
        // Likewise.
    }
}
