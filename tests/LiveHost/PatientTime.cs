namespace Axfl.LiveHost;

/// <summary>Time of the event, with waits and limits a hundred times as long: a busy machine makes no attempt and no stop too late.</summary>
internal sealed class PatientTime(EventClock clock) : TimeProvider
{
    private const int Times = 100;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Longer(dueTime), Longer(period));

    private static TimeSpan Longer(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time * Times;
}
