namespace Axfl.Runs.Backtest;

/// <summary>Holds the traded part of a replay back to a multiple of event time; 0: as fast as possible. The warm-up before it is not held back.</summary>
internal sealed class Pace(double speed, long since, TimeProvider time)
{
    private long _began;
    private long _first = long.MinValue;

    /// <summary>Waits until event time (unix ms) is due, or until it is cancelled.</summary>
    public void WaitFor(long eventTime, CancellationToken cancellation)
    {
        if (speed <= 0 || eventTime < since) return;
        if (_first == long.MinValue) (_first, _began) = (eventTime, time.GetTimestamp());
        var due = TimeSpan.FromMilliseconds((eventTime - _first) / speed) - time.GetElapsedTime(_began);
        if (due <= TimeSpan.Zero) return;
        using var woken = new ManualResetEventSlim();
        using var timer = time.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), woken, due, Timeout.InfiniteTimeSpan);
        try
        {
            woken.Wait(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The caller looks at the token next.
        }
    }
}
