using Axfl.Research.Keys;
using Hangfire.Common;
using Hangfire.States;

namespace Axfl.Pools.Hangfire;

/// <summary>Puts a job into the queue of its sweep, also when it is tried again: workers serve the sweeps they are fit for, and no others.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SweepQueueAttribute : JobFilterAttribute, IElectStateFilter
{
    private const int Digits = 20;

    /// <summary>Name of the queue of a sweep: letters, digits and dashes, as queues need them.</summary>
    public static string Of(string sweep) => "axfl-" + Sha256.Of(sweep)[..Digits];

    /// <inheritdoc/>
    public void OnStateElection(ElectStateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CandidateState is EnqueuedState enqueued && context.BackgroundJob.Job.Args is [string sweep, ..]) enqueued.Queue = Of(sweep);
    }
}
