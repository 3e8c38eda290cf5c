using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks before the run's start: the bars of the warm-up are not traded.</summary>
internal sealed class WarmupGate() : Gate("warmup")
{
    /// <inheritdoc/>
    public override bool HasShadow => false;

    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.Time < check.State.Plan.Since ? new Compared(check.Time, check.State.Plan.Since) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => $"{DetailText.Time(decision.Left)} < {DetailText.Time(decision.Right)}";
}
