using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Testing;

/// <summary>A clock that jumps to the end of each wait, and remembers them: nothing really waits. Time limits of requests do not move it.</summary>
internal sealed class JumpingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime <= TimeSpan.Zero || dueTime == RequestLimit) return timer;
        _waits.Enqueue(dueTime);
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
