namespace Axfl.Contracts;

/// <summary>What the rules of a run and the unknown in its bars cost: measured by running its plan again, in memory.</summary>
/// <remarks>
/// All throw <see cref="AxflException"/> where the plan, its data or the request is wrong (<c>RunNotFound</c>, <c>RunNotMeasurable</c>,
/// <c>RunNotReproduced</c>, <c>MeasureRequestInvalid</c>, <c>RuleUnknown</c>, <c>RulesTooMany</c>), and
/// <see cref="OperationCanceledException"/> when they are stopped.
/// </remarks>
public interface IRunMeasures
{
    /// <summary>Names of the rules that can be measured, in order, for completion.</summary>
    IReadOnlyList<string> Rules { get; }

    /// <summary>Bounds of what bars cannot tell.</summary>
    RunAmbiguity Ambiguity(MeasureRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation);

    /// <summary>What each rule cost or saved, in the order of the rules.</summary>
    IReadOnlyList<GateMeasure> Gates(GateRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation);

    /// <summary>How much of a result is the order of its days, its costs, a few trades, or the exact parameters; three rows a kind.</summary>
    IReadOnlyList<RobustnessMeasure> Robustness(RobustnessRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation);

    /// <summary>The shadow result of each refused order, in the order of the refusals.</summary>
    IReadOnlyList<ShadowResult> ShadowResults(MeasureRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation);
}
