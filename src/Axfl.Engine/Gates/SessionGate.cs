using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the slot is out of session.</summary>
internal sealed class SessionGate() : Gate("session")
{
    /// <inheritdoc/>
    public override bool HasShadow => false;

    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) => check.Slot.Calendar.IsOpen(check.Time) ? null : new Compared(check.Time);

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => $"{DetailText.Time(decision.Left)} out of session";
}
