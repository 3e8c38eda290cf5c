using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the bar, or tick, meets a blackout.</summary>
internal sealed class BlackoutGate() : Gate("blackout")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check)
    {
        foreach (var blackout in check.State.Blackouts)
            if (blackout.IsMetBy(check.Time, check.Until)) return new Compared(check.Time, Subject: blackout.Text);
        return null;
    }

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => $"{DetailText.Time(decision.Left)} in {decision.Subject}";
}
