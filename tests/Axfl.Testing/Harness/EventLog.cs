using Axfl.Engine.Events;

namespace Axfl.Testing.Harness;

/// <summary>All that a run says, in order, decisions with their details.</summary>
internal sealed class EventLog : IEngineObserver
{
    public List<object> Events { get; } = [];

    public int Trades { get; private set; }

    public void OnOrderPlaced(in OrderPlaced placed) => Events.Add(placed);

    public void OnOrderBlocked(in OrderBlocked blocked) => Events.Add((blocked, blocked.Decision.Detail));

    public void OnOrderCancelled(in OrderCancelled cancelled) => Events.Add(cancelled);

    public void OnTradeOpened(in TradeOpened opened) => Events.Add(opened);

    public void OnTradeClosed(in TradeClosed closed)
    {
        Trades++;
        Events.Add(closed);
    }

    public void OnHaltBegan(in HaltBegan began) => Events.Add(began);

    public void OnHaltEnded(in HaltEnded ended) => Events.Add(ended);

    public void OnFlatMissed(in FlatMissed missed) => Events.Add(missed);

    public void OnWeekUnknown(in WeekUnknown unknown) => Events.Add(unknown);
}
