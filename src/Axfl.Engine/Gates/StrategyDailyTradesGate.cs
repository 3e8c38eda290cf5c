using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks when the strategy has had its entries of the day, all its symbols.</summary>
internal sealed class StrategyDailyTradesGate() : Gate("strategy_daily_trades")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check) =>
        check.Risk.PerStrategyDailyTrades is { } most && check.Slot.Strategy.Entries >= most ? new Compared(check.Slot.Strategy.Entries, most) : null;

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => DetailText.AtLeast(decision);
}
