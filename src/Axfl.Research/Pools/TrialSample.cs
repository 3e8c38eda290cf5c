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
    /// <summary>Runs the middle trial of a sweep.</summary>
    public static TrialSample Take(SweepPlan plan, SweepBars bars, TimeProvider time, CancellationToken cancellation)
    {
        var effective = plan.PlanOf(plan.Trials[plan.Trials.Count / 2]);
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
}
