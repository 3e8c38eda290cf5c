using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the portfolio has reached the target of the day.</summary>
internal sealed class PortfolioTargetGate() : Gate(PortfolioTarget.Kind.Name)
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.Halts.Target.IsOn ? new Compared(check.Account.Equity.RToday, check.Risk.GlobalDailyTargetR ?? 0) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => DetailText.RAtLeast(decision);
}
