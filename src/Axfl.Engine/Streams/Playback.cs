using Axfl.Contracts;

namespace Axfl.Engine.Streams;

/// <summary>A strategy that does again what a stream has kept. It may be shown the bars on which it acts alone.</summary>
internal sealed class Playback : IStrategy
{
    private readonly SignalStream _stream;
    private int _next;
    private long _nextTime;

    /// <summary>A fresh one.</summary>
    /// <exception cref="Exception">The strategy could not be made: what it threw.</exception>
    public Playback(SignalStream stream)
    {
        if (stream.IsUnmade) stream.Throw();
        _stream = stream;
        MoveTo(0);
    }

    /// <summary>Index of the bar at whose close it acts next; int.MaxValue: never again.</summary>
    public int NextBar { get; private set; }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        while (bar.Time == _nextTime)
        {
            Act(_stream.Actions[_next], desk);
            MoveTo(_next + 1);
        }
    }

    private void MoveTo(int action)
    {
        _next = action;
        var isAny = action < _stream.Actions.Length;
        NextBar = isAny ? _stream.Actions[action].Bar : int.MaxValue;
        _nextTime = isAny ? _stream.Actions[action].Time : long.MaxValue;
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
