namespace Axfl.Research.Tests.Store;

/// <summary>A clock on which each wait is over at once, and has taken its time.</summary>
internal sealed class SkippedWaits : TimeProvider
{
    private TimeSpan _passed;

    public List<TimeSpan> Pauses { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => TimeSpan.TicksPerDay + _passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Add(dueTime);
        _passed += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
