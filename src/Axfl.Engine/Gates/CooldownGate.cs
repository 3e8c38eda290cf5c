using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks a slot for some minutes after its last losing exit.</summary>
internal sealed class CooldownGate() : Gate("cooldown")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check)
    {
        var minutes = check.Risk.CooldownMinutes;
        if (minutes <= 0 || check.Slot.LastLossTime == long.MinValue) return null;

        // A loss inside or at the close of the bar in hand was 0 minutes ago.
        var since = Math.Max(0, check.Time - check.Slot.LastLossTime);
        return since < minutes * EventTime.Minute ? new Compared((double)since / EventTime.Minute, minutes) : null;
    }

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => $"{DetailText.Number(decision.Left, "0.##")} min < {DetailText.Number(decision.Right, "0.##")} min";
}
