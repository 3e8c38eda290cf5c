using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Gates;

/// <summary>Blocks while the strategy pauses after losses in a row.</summary>
internal sealed class LossStreakGate() : Gate(LossStreak.Kind.Name)
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.Time < check.Slot.Strategy.PausedUntil ? new Compared(check.Time, check.Slot.Strategy.PausedUntil) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => $"{DetailText.Time(decision.Left)} < {DetailText.Time(decision.Right)}";
}
