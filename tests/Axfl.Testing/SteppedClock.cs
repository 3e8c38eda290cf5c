using Microsoft.Extensions.Time.Testing;

namespace Axfl.Testing;

/// <summary>
/// A clock that stands until the test moves it, and tells what waits for it. A test moves it when something waits: never by real time, so that a
/// busy machine changes nothing.
/// </summary>
internal sealed class SteppedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Waiting(this, this, callback, state, dueTime, period);

    /// <summary>The same clock for one user of it, whose waits can be told from those of all others.</summary>
    public TimeProvider View() => new Share(this);

    /// <summary>Until something waits for a time of a length that is asked for; gives when the first of them is due.</summary>
    public Task<DateTimeOffset> Waits(Func<TimeSpan, bool> length, CancellationToken cancellationToken) => WaitsFor(w => length(w.Length), cancellationToken);

    /// <summary>The same of one user of the clock alone, by its <see cref="View"/>.</summary>
    public Task<DateTimeOffset> Waits(TimeProvider view, Func<TimeSpan, bool> length, CancellationToken cancellationToken) =>
        WaitsFor(w => w.View == view && length(w.Length), cancellationToken);

    /// <summary>Until something waits for a time of this length; then the clock is moved to where it is due.</summary>
    public async Task Pass(TimeSpan length, CancellationToken cancellationToken) => MoveTo(await Waits(l => l == length, cancellationToken));

    /// <summary>Moves the clock to a time, unless it is there.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        if (time - GetUtcNow() is var by && by > TimeSpan.Zero) Advance(by);
    }

    private async Task<DateTimeOffset> WaitsFor(Func<Waiting, bool> isMeant, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_waiting.Where(isMeant).MinBy(w => w.Due) is { } first) return first.Due;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private ITimer CreateInner(TimerCallback callback, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, null, dueTime, period);

    private void Record(Waiting timer, TimeSpan length)
    {
        _waiting.Remove(timer);
        if (length <= TimeSpan.Zero) return;
        (timer.Length, timer.Due) = (length, GetUtcNow() + length);
        _waiting.Add(timer);
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Share(SteppedClock clock) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Waiting(clock, this, callback, state, dueTime, period);
    }

    // A timer is set and noted in one: what is noted is never before it is due, and gone when it has fired.
    private sealed class Waiting : ITimer
    {
        private readonly SteppedClock _clock;
        private readonly ITimer _inner;
        private TimeSpan _period;

        public Waiting(SteppedClock clock, TimeProvider view, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_clock, View, _period) = (clock, view, period);
            lock (clock._gate)
            {
                _inner = clock.CreateInner(_ =>
                {
                    lock (clock._gate) clock.Record(this, _period);
                    callback(state);
                }, dueTime, period);
                clock.Record(this, dueTime);
            }
        }

        public TimeProvider View { get; }

        public TimeSpan Length { get; set; }

        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _period = period;
                var changed = _inner.Change(dueTime, period);
                _clock.Record(this, dueTime);
                return changed;
            }
        }

        public void Dispose()
        {
            lock (_clock._gate) _clock.Record(this, TimeSpan.Zero);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
