using Axfl.Engine.Events;

namespace Axfl.Engine.Shadows;

/// <summary>Brings what happens to a shadow to it: each has a strategy's name of its own, its number.</summary>
/// <remarks>One that is blocked or cancelled is over and has not filled; shadows know no halts.</remarks>
internal sealed class ShadowOutcomes : EngineObserver
{
    private readonly Dictionary<string, ShadowOrder> _orders = new(StringComparer.Ordinal);

    public void Add(string id, ShadowOrder order) => _orders.Add(id, order);

    public ShadowOrder Of(string id) => _orders[id];

    public void Forget()
    {
        foreach (var (id, order) in _orders)
            if (order.IsOver) _orders.Remove(id);
    }

    public override void OnTradeOpened(in TradeOpened opened) => _orders[opened.Strategy].HasFilled = true;

    public override void OnTradeClosed(in TradeClosed closed) => _orders[closed.Trade.Strategy].Trade = closed.Trade;
}
