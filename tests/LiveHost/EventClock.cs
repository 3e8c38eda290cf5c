using Axfl.Contracts;

namespace Axfl.LiveHost;

/// <summary>A clock that stands where it was set: time is the time of the event.</summary>
public sealed class EventClock(long now) : TimeProvider
{
    private long _now = now;

    public long Now
    {
        get => Volatile.Read(ref _now);
        set => Volatile.Write(ref _now, value);
    }

    public override DateTimeOffset GetUtcNow() => new(EventTime.ToDateTime(Now), TimeSpan.Zero);
}
