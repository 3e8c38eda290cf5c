using Axfl.Contracts;

namespace Axfl.Research.Pools;

/// <summary>The door to sweeps.</summary>
public static class SweepComposition
{
    /// <summary>Sweeps in this process.</summary>
    /// <param name="strategies">The strategies of a request: built in, of its assemblies, and registered ones.</param>
    /// <param name="time">Clock.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static ISweeps Create(Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time, Func<string, string?> environment) =>
        new SweepRunning(strategies, time, environment);

    /// <summary>Chunks of sweeps.</summary>
    /// <param name="strategies">The strategies of a request: built in, of its assemblies, and registered ones.</param>
    /// <param name="time">Clock.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static ISweepPools CreatePools(Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time, Func<string, string?> environment) =>
        new SweepPools(strategies, time, environment);
}
