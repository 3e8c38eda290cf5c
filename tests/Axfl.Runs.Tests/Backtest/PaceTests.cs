using Axfl.Runs.Backtest;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Backtest;

public sealed class PaceTests
{
    private static readonly long Since = DataFolder.Time("2025-07-01T08:00:00Z");

    [Fact]
    public void The_warm_up_before_the_first_traded_bar_is_not_held_back()
    {
        var clock = new TimerClock();
        var pace = new Pace(60, Since, clock);
        for (var time = Since - 3 * 86_400_000L; time < Since; time += 300_000) pace.WaitFor(time, CancellationToken.None);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public void What_is_traded_is_held_back_to_the_speed_counted_from_the_first_traded_bar()
    {
        var clock = new TimerClock();
        var pace = new Pace(60, Since, clock);
        foreach (var minutes in new[] { -4320, -5, 0, 5, 10, 60 }) pace.WaitFor(Since + minutes * 60_000L, CancellationToken.None);
        Assert.Equal([5, 5, 50], clock.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public void Time_that_a_strategy_took_is_not_waited_again()
    {
        var clock = new TimerClock();
        var pace = new Pace(60, Since, clock);
        pace.WaitFor(Since, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(3));
        pace.WaitFor(Since + 300_000, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(9));
        pace.WaitFor(Since + 600_000, CancellationToken.None);
        Assert.Equal([2], clock.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public void Speed_0_waits_for_nothing()
    {
        var clock = new TimerClock();
        var pace = new Pace(0, Since, clock);
        foreach (var hours in new[] { 0, 1, 100 }) pace.WaitFor(Since + hours * 3_600_000L, CancellationToken.None);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public void A_wait_ends_when_the_run_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var clock = new TimerClock { OnWait = stop.Cancel };
        var pace = new Pace(60, Since, clock);
        pace.WaitFor(Since, stop.Token);
        pace.WaitFor(Since + 300_000, stop.Token);
        Assert.Equal(TimeSpan.Zero, clock.Passed);
    }

    /// <summary>A clock on which a wait passes the moment it begins, and is remembered.</summary>
    private sealed class TimerClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public TimeSpan Passed { get; private set; }

        /// <summary>Called instead of letting the time of a wait pass.</summary>
        public Action? OnWait { get; init; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public void Advance(TimeSpan time) => Passed += time;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            if (OnWait is { } stop)
            {
                stop();
            }
            else
            {
                Advance(dueTime);
                callback(state);
            }

            return new Elapsed();
        }

        private sealed class Elapsed : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => false;

            public void Dispose()
            {
                // Nothing is left to fire.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
