using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Streams;

/// <summary>A strategy that does again what a stream has kept. It may be shown the bars on which it acts alone.</summary>
internal sealed class Playback : IStrategy
{
    private readonly SignalStream _stream;
    private readonly SharedBars _bars;
    private int _next;

    /// <summary>A fresh one.</summary>
    /// <exception cref="Exception">The strategy could not be made: what it threw.</exception>
    public Playback(SignalStream stream, SharedBars bars)
    {
        if (stream.IsUnmade) stream.Throw();
        _stream = stream;
        _bars = bars;
    }

    /// <summary>Index of the bar at whose close it acts next; int.MaxValue: never again.</summary>
    public int NextBar => _next < _stream.Actions.Length ? _stream.Actions[_next].Bar : int.MaxValue;

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        for (var actions = _stream.Actions; _next < actions.Length && _bars.Bars[actions[_next].Bar].Time == bar.Time;) Act(actions[_next++], desk);
    }

    private void Act(in SignalAction action, IOrderDesk desk)
    {
        switch (action.Kind)
        {
            case SignalKind.Place:
                desk.Place(action.Order(_stream.Tag(action.Tag)));
                break;
            case SignalKind.Cancel:
                desk.CancelEntry();
                break;
            case SignalKind.Exit:
                desk.ExitPosition();
                break;
            default:
                _stream.Throw();
                break;
        }
    }
}
