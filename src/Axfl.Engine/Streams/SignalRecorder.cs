using Axfl.Contracts;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Streams;

/// <summary>
/// A desk that keeps what a strategy does. It answers as the desk of a run does: with nothing, but for an order that no run would take, which is the same
/// error.
/// </summary>
internal sealed class SignalRecorder : IOrderDesk
{
    private const int BarsBetweenLooks = 4096;

    private readonly List<SignalAction> _actions = [];
    private readonly List<string> _tags = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private int _bar = -1;
    private long _time;

    // What a slot may have: calls that cannot find anything are not kept. A strategy that tidies up at every bar would else be one that acts at every bar.
    private bool _mayHavePending, _mayHavePosition;

    private SignalRecorder()
    {
    }

    /// <summary>Runs a slot's strategy over bars once.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SignalStream Record(Instrument instrument, Interval interval, SlotPlan slot, SharedBars bars, CancellationToken cancellation)
    {
        var recorder = new SignalRecorder();
        try
        {
            recorder.Run(ForeignStrategy.Create(slot.Definition, new StrategySetup(instrument, interval, slot.Values)), bars.Bars, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return recorder.Stream(e);
        }

        return recorder.Stream(null);
    }

    /// <inheritdoc/>
    public void Place(in EntryOrder order)
    {
        var checkedOrder = OrderCheck.Checked(order);
        if (!_places.TryGetValue(checkedOrder.Tag, out var tag))
        {
            _places.Add(checkedOrder.Tag, tag = _tags.Count);
            _tags.Add(checkedOrder.Tag);
        }

        _actions.Add(SignalAction.Place(_time, _bar, checkedOrder, tag));
        _mayHavePending = _mayHavePosition = true;
    }

    /// <inheritdoc/>
    public void CancelEntry()
    {
        if (!_mayHavePending) return;
        _mayHavePending = false;
        _actions.Add(SignalAction.Of(_time, _bar, SignalKind.Cancel));
    }

    /// <inheritdoc/>
    public void ExitPosition()
    {
        if (!_mayHavePosition) return;
        _mayHavePosition = _mayHavePending;
        _actions.Add(SignalAction.Of(_time, _bar, SignalKind.Exit));
    }

    private void Run(IStrategy strategy, ReadOnlySpan<Bar> bars, CancellationToken cancellation)
    {
        for (_bar = 0; _bar < bars.Length; _bar++)
        {
            if (_bar % BarsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            _time = bars[_bar].Time;
            strategy.OnBar(bars[_bar], this);
        }
    }

    // A failure when it was made is no action: there is no bar of it.
    private SignalStream Stream(Exception? failure)
    {
        if (failure is not null && _bar >= 0) _actions.Add(SignalAction.Of(_time, _bar, SignalKind.Failure));
        return new SignalStream([.. _actions], [.. _tags], failure);
    }
}
