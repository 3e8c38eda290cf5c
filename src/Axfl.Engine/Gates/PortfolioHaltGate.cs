using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Gates;

/// <summary>Blocks while the portfolio is halted.</summary>
internal sealed class PortfolioHaltGate() : Gate(PortfolioHalt.Kind.Name)
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.Halts.Portfolio.IsOn ? new Compared(check.Account.Equity.RToday, check.Risk.GlobalDailyStopR ?? 0) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => DetailText.RAtMost(decision);
}
