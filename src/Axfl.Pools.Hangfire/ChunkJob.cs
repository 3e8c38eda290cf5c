using Axfl.Research.Pools;
using Hangfire;
using Hangfire.Server;

namespace Axfl.Pools.Hangfire;

/// <summary>The one job there is: a chunk, by its key and numbers.</summary>
/// <param name="handler">Runs it.</param>
internal sealed class ChunkJob(ChunkHandler handler)
{
    /// <summary>How often a chunk that fails is tried again.</summary>
    public const int Retries = 3;

    private const int SecondsBetween = 10;

    /// <summary>Runs it.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="key">Chunk key.</param>
    /// <param name="first">Number of its first trial, for people.</param>
    /// <param name="last">Number of its last.</param>
    /// <param name="context">The try.</param>
    /// <param name="stopping">The worker stops, or the job was taken back.</param>
    [AutomaticRetry(Attempts = Retries, DelaysInSeconds = [SecondsBetween], LogEvents = false)]
    [SweepQueue]
    [System.ComponentModel.DisplayName("{0}, trials {2} to {3}")]
    public void Run(string sweep, string key, int first, int last, PerformContext? context, CancellationToken stopping) =>
        handler(key, context is not null && context.GetJobParameter<int>("RetryCount") >= Retries, stopping);
}
