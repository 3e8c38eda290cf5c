using Axfl.Contracts;

namespace Axfl.Research.Shadows;

/// <summary>A strategy, and word of all it asks its desk for.</summary>
/// <param name="strategy">The strategy.</param>
/// <param name="tell">Told what it asks for, with the open time of the bar, before the desk is.</param>
internal sealed class WatchedStrategy(IStrategy strategy, Action<SlotEventKind, long> tell) : IStrategy, IOrderDesk
{
    private IOrderDesk? _desk;
    private long _time;

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        _desk = desk;
        _time = bar.Time;
        strategy.OnBar(bar, this);
    }

    /// <inheritdoc/>
    void IOrderDesk.Place(in EntryOrder order)
    {
        tell(SlotEventKind.Places, _time);
        _desk!.Place(order);
    }

    /// <inheritdoc/>
    void IOrderDesk.CancelEntry()
    {
        tell(SlotEventKind.Cancels, _time);
        _desk!.CancelEntry();
    }

    /// <inheritdoc/>
    void IOrderDesk.ExitPosition()
    {
        tell(SlotEventKind.Exits, _time);
        _desk!.ExitPosition();
    }
}
