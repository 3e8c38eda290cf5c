using Axfl.Engine.Portfolio;

namespace Axfl.Engine;

/// <summary>What folds bars, step by step.</summary>
internal interface IStepFold
{
    /// <summary>Takes all bars with one open time, in plan order.</summary>
    void Step(ReadOnlySpan<StepBar> bars);
}
