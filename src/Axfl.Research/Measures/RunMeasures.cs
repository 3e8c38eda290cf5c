using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Research.Ambiguity;
using Axfl.Research.GateEconomics;
using Axfl.Research.Robustness;
using Axfl.Research.Shadows;
using Axfl.Research.Trials;

namespace Axfl.Research.Measures;

/// <summary>Measures runs.</summary>
/// <param name="strategies">Strategies that plans of a request may name.</param>
public sealed class RunMeasures(Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies) : IRunMeasures
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Rules { get; } = [.. PlanRules.InOrder.Select(r => r.Name)];

    /// <inheritdoc/>
    public RunAmbiguity Ambiguity(MeasureRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) =>
        AmbiguityMeasure.Of(Open(request, true, progress, cancellation), progress, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<GateMeasure> Gates(GateRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) =>
        GateMeasures.Of(Open(request, false, progress, cancellation), request, progress, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<RobustnessMeasure> Robustness(RobustnessRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        RobustnessMeasures.Check(request);
        return RobustnessMeasures.Of(Open(request, false, progress, cancellation), request, progress, cancellation);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ShadowResult> ShadowResults(MeasureRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var run = Open(request, false, progress, cancellation);
        return RefusedOrders.Of(run.Plan, run.Bars, cancellation);
    }

    // A plan whose own fill model drills needs its smaller bars.
    private MeasuredRun Open(MeasureRequest request, bool withInner, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MeasuredRun.Open(request, strategies(request.Plan), withInner, progress, cancellation);
    }
}
