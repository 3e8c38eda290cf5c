using Axfl.Engine.Streams;
using Axfl.Research.Sweeps;
using Axfl.Research.Trials;

namespace Axfl.Research.Pools;

/// <summary>What a trial costs, by one of the sweep that was run for it and kept nowhere.</summary>
/// <param name="StreamMs">Milliseconds that each stream takes when it is not known yet.</param>
/// <param name="TrialMs">Milliseconds of a trial whose streams are known.</param>
/// <param name="StreamBytes">Memory of a stream.</param>
internal readonly record struct TrialSample(double StreamMs, double TrialMs, double StreamBytes)
{
    /// <summary>How long a trial may take before another is asked, unless told otherwise.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs the middle trial of a sweep; when it does not end, one at a quarter, then one at three quarters.</summary>
    /// <param name="plan">The sweep.</param>
    /// <param name="bars">Its bars.</param>
    /// <param name="limit">How long one may take. When none of them has ended, a trial is said to take so long.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TrialSample Take(SweepPlan plan, SweepBars bars, TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        var count = plan.Trials.Count;
        foreach (var place in new[] { count / 2, count / 4, count * 3 / 4 }.Distinct())
        {
            // On a thread of its own: one that does not end is left alone.
            using var pool = new LocalPool<Measured>(1, 1, (_, end) => new Measured(Measure(plan, plan.Trials[place], bars, time, end)), time);
            pool.Start();
            PoolResult<Measured> result;
            while (!pool.TryTake(Nap, out result))
            {
                cancellation.ThrowIfCancellationRequested();
                pool.GiveUp(limit);
            }

            if (result.Value is { } measured) return measured.Sample;
        }

        return new(0, limit.TotalMilliseconds, 0);
    }

    private static TrialSample Measure(SweepPlan plan, TrialPlan trial, SweepBars bars, TimeProvider time, CancellationToken cancellation)
    {
        var effective = plan.PlanOf(trial);
        // The first run makes code, too.
        _ = Once(new SignalStreams());
        var streams = new SignalStreams();
        var (first, second) = (Once(streams), Once(streams));
        var slots = Math.Max(1, effective.Engine.Symbols.Sum(s => s.Slots.Count));
        return new(Math.Max(0, first - second) / slots, second, streams.Count == 0 ? 0 : (double)streams.Bytes / streams.Count);

        double Once(SignalStreams kept)
        {
            var began = time.GetTimestamp();
            try
            {
                TrialRun.Run(bars.PlanOf(effective), bars.Of(effective), bars.Times, kept, cancellation);
            }
            catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
            {
                // Told when the sweep runs: here it is only how long a trial takes.
            }

            return time.GetElapsedTime(began).TotalMilliseconds;
        }
    }

    private sealed record Measured(TrialSample Sample);
}
