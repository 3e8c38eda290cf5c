using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Gates;

/// <summary>Blocks while the drawdown guard is locked.</summary>
internal sealed class DrawdownGate() : Gate(DrawdownGuard.Kind.Name)
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.Halts.Drawdown.LockedUntil is { } until && check.Time < until ? new Compared(check.Time, until) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => $"{DetailText.Time(decision.Left)} < {DetailText.Time(decision.Right)}";
}
