using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>Pauses a strategy on all its symbols after losses in a row, across days. A trade without a loss starts the count again, and so does a pause.</summary>
internal sealed class LossStreak(PortfolioState state) : Guard
{
    public static HaltKind Kind { get; } = new OfLosses();

    private readonly LossStreakPlan? _plan = state.Plan.Risk.LossStreak;

    /// <inheritdoc/>
    public override void AddActive(List<ActiveHalt> active)
    {
        foreach (var strategy in state.Strategies)
            if (strategy.PausedUntil != long.MinValue) active.Add(new ActiveHalt(Kind, strategy.Id, strategy.PausedUntil));
    }

    /// <inheritdoc/>
    public override void AfterExit(StrategyDay strategy, double r, long time)
    {
        if (_plan is not { } plan) return;
        strategy.LossesInARow = Prices.Below(r, 0) ? strategy.LossesInARow + 1 : 0;
        if (strategy.LossesInARow < plan.Losses) return;

        // Losses of a pause can start it again: then the one before ends here.
        if (strategy.PausedUntil != long.MinValue) End(strategy, time);
        strategy.LossesInARow = 0;
        strategy.PausedUntil = time + plan.PauseMinutes * EventTime.Minute;
        state.Observer.OnHaltBegan(new HaltBegan(time, Kind, strategy.Id, plan.Losses, plan.Losses));
        EndsAt = NextEnd();
    }

    /// <inheritdoc/>
    public override void End()
    {
        foreach (var strategy in state.Strategies)
        {
            if (strategy.PausedUntil != EndsAt) continue;
            End(strategy, EndsAt);
            break;
        }

        EndsAt = NextEnd();
    }

    private void End(StrategyDay strategy, long time)
    {
        strategy.PausedUntil = long.MinValue;
        state.Observer.OnHaltEnded(new HaltEnded(time, Kind, strategy.Id, strategy.LossesInARow, _plan!.Losses));
    }

    private long NextEnd()
    {
        var next = long.MaxValue;
        foreach (var strategy in state.Strategies)
            if (strategy.PausedUntil != long.MinValue) next = Math.Min(next, strategy.PausedUntil);
        return next;
    }

    private sealed class OfLosses() : HaltKind("loss_streak", "loss_streak")
    {
        public override HaltUnit Unit => HaltUnit.Losses;

        internal override string Describe(in HaltRecord halt) => halt.Began
            ? Text($"{halt.Strategy} pauses: {halt.Value:0} losses in a row.")
            : $"{halt.Strategy}: the pause after losses in a row has ended.";
    }
}
