using Axfl.Engine.State;

namespace Axfl.Engine.Calendars;

/// <summary>The windows in which a symbol's positions are not to be open.</summary>
[NotState]
internal abstract class FlatTimes
{
    // No window that ends after the one begins before the other.
    private long _clearFrom = long.MaxValue, _clearUntil = long.MinValue;

    /// <summary>Whether a bar or tick meets a window.</summary>
    /// <param name="from">Its open time or time, unix ms.</param>
    /// <param name="until">Its end, exclusive.</param>
    public bool AreMetBy(long from, long until) => !IsClear(from, until) && Meet(from, until);

    /// <summary>Whether a window lies wholly between two times, unix ms: nothing was seen of it.</summary>
    public bool LieWithin(long from, long until) => from < until && !IsClear(from, until) && Lie(from, until);

    /// <summary>The least start of the windows that end after a time (unix ms), or an earlier time; long.MaxValue: there is none.</summary>
    public long StartAfter(long time)
    {
        if (!IsKnown(time)) (_clearFrom, _clearUntil) = (time, FirstStart(time));
        return _clearUntil;
    }

    /// <summary>What is known of the windows holds no longer.</summary>
    protected void Forget() => (_clearFrom, _clearUntil) = (long.MaxValue, long.MinValue);

    /// <summary>Looks whether other windows are in force than at the last question; then what is known is to be forgotten.</summary>
    protected virtual void Refresh()
    {
    }

    /// <summary>Whether a bar or tick meets a window.</summary>
    protected abstract bool Meet(long from, long until);

    /// <summary>Whether a window lies wholly between two times.</summary>
    protected abstract bool Lie(long from, long until);

    /// <summary>The least start of the windows that end after a time; long.MaxValue: there is none.</summary>
    protected abstract long FirstStart(long time);

    private bool IsKnown(long time)
    {
        Refresh();
        return time >= _clearFrom && time < _clearUntil;
    }

    private bool IsClear(long from, long until) => StartAfter(from) >= until;
}
