namespace Axfl.Providers.Common;

/// <summary>Counters of a feed. Written by the feed, readable from any thread.</summary>
public sealed class FeedStatistics
{
    private long[] _duplicatesOf = [];
    private long _ticks, _late, _duplicates, _rejected, _frames, _dials, _errors, _events, _lag = long.MinValue;

    /// <summary>Prices delivered, late ones included.</summary>
    public long Ticks => Interlocked.Read(ref _ticks);

    /// <summary>Of these: older than the newest of their symbol.</summary>
    public long LateTicks => Interlocked.Read(ref _late);

    /// <summary>Prices dropped as exact duplicates.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    /// <summary>Frames or prices not used (see <see cref="RejectedEvent"/>).</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Frames received, of any kind.</summary>
    public long Frames => Interlocked.Read(ref _frames);

    /// <summary>Connections tried.</summary>
    public long Dials => Interlocked.Read(ref _dials);

    /// <summary>Connections that failed or ended in an error.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>Milliseconds from the provider's time to here of the newest price; null before the first.</summary>
    public long? LagMs => Interlocked.Read(ref _lag) is var lag && lag == long.MinValue ? null : lag;

    /// <summary>Events said, of any kind.</summary>
    internal long Events => Interlocked.Read(ref _events);

    /// <summary>Told of each frame: what follows from one is waited for, not slept for.</summary>
    internal event Action? FrameCounted;

    internal void CountTick(bool late, long lag)
    {
        Interlocked.Increment(ref _ticks);
        if (late) Interlocked.Increment(ref _late);
        else Interlocked.Exchange(ref _lag, lag);
    }

    /// <summary>Prices of a symbol dropped as exact duplicates.</summary>
    public long DuplicatesOf(int symbol) => symbol >= 0 && symbol < _duplicatesOf.Length ? Interlocked.Read(ref _duplicatesOf[symbol]) : 0;

    internal void Begin(int symbols) => Volatile.Write(ref _duplicatesOf, new long[symbols]);

    internal void CountDuplicate(int symbol)
    {
        Interlocked.Increment(ref _duplicates);
        Interlocked.Increment(ref _duplicatesOf[symbol]);
    }

    internal void CountRejected() => Interlocked.Increment(ref _rejected);

    internal void CountEvent() => Interlocked.Increment(ref _events);

    internal void CountFrame()
    {
        Interlocked.Increment(ref _frames);
        FrameCounted?.Invoke();
    }

    internal void CountDial() => Interlocked.Increment(ref _dials);

    internal void CountError() => Interlocked.Increment(ref _errors);
}
