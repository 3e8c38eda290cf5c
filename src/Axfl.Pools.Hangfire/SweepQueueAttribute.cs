using System.Security.Cryptography;
using System.Text;
using Hangfire.Common;
using Hangfire.States;

namespace Axfl.Pools.Hangfire;

/// <summary>Puts a job into the queue of its sweep, also when it is tried again: workers serve the sweeps they are fit for, and no others.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SweepQueueAttribute : JobFilterAttribute, IElectStateFilter
{
    private const int Digits = 20;

    /// <summary>Name of the queue of a sweep: letters, digits and dashes, as queues need them.</summary>
    public static string Of(string sweep) => "axfl-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sweep)))[..Digits].ToLowerInvariant();

    /// <inheritdoc/>
    public void OnStateElection(ElectStateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CandidateState is EnqueuedState enqueued && context.BackgroundJob.Job.Args is [string sweep, ..]) enqueued.Queue = Of(sweep);
    }
}
