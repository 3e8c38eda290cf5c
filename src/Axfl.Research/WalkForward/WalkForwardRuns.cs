using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.WalkForward;

/// <summary>Walk-forwards of sweep files.</summary>
/// <param name="strategies">The strategies of a request.</param>
/// <param name="time">Clock.</param>
/// <param name="environment">Reads environment variables.</param>
public sealed class WalkForwardRuns(Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time, Func<string, string?> environment) : IWalkForward
{
    /// <inheritdoc/>
    public WalkForwardReport Run(WalkForwardRequest request, IProgress<WalkForwardProgress>? progress, CancellationToken cancellation)
    {
        if (request.Throttle is < 0 or > 1024)
            throw new AxflException("ThrottleOutOfRange", ErrorKind.Configuration, $"{Spelling.Of("Throttle")} is {request.Throttle}: give a number from 1 to 1024, or 0 for the number of cores.");
        var sweep = SweepFile.Read(request.Path);
        var windows = sweep.WalkForward ?? throw new AxflException("WalkForwardMissing", ErrorKind.Configuration,
            $"{request.Path} has no walk_forward: write walk_forward: {{train: 12mo, test: 3mo}} under sweep.") { Target = request.Path };
        var asked = new RunRequest { WorkingDirectory = request.Store.WorkingDirectory, StrategyAssemblies = request.StrategyAssemblies, Strategies = request.Strategies, AllowRejected = request.AllowRejected };
        var plan = new SweepPlanner(sweep, asked, strategies(asked)).Plan(request.Force, cancellation);
        using var store = StoreLocation.Open(request.Store, StoreAccess.Write, time, environment);
        var definition = SweepContent.Hash(plan);
        // R by day is what the test days are made of.
        if (sweep.Keep == Keep.Metrics) plan = plan with { Sweep = sweep with { Keep = Keep.Days } };
        var asks = new SweepRequest { Path = request.Path, Throttle = request.Throttle, TrialTimeout = request.TrialTimeout };
        var report = new WalkForwardRun(plan, windows, asks, store, time).Run(progress, cancellation);
        if (report.Error is null) store.Keep(definition, report);
        return report;
    }
}
