using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Gates;

/// <summary>Blocks while the strategy is stopped for the day.</summary>
internal sealed class StrategyDailyStopGate() : Gate(StrategyDailyStop.Kind.Name)
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.Slot.Strategy.Stopped ? new Compared(check.Slot.Strategy.R, check.Risk.PerStrategyDailyStopR ?? 0) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => DetailText.RAtMost(decision);
}
