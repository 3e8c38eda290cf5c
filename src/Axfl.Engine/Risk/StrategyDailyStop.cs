using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>Stops a strategy on all its symbols when its R today reaches the plan's limit, until the next trading day.</summary>
internal sealed class StrategyDailyStop(PortfolioState state) : Guard
{
    public static HaltKind Kind { get; } = new OfStrategy();

    private readonly double? _stop = state.Plan.Risk.PerStrategyDailyStopR;

    /// <inheritdoc/>
    public override bool EndsWithDay => Array.Exists(state.Strategies, static s => s.Stopped);

    /// <inheritdoc/>
    public override void AddActive(List<ActiveHalt> active)
    {
        foreach (var strategy in state.Strategies)
            if (strategy.Stopped) active.Add(new ActiveHalt(Kind, strategy.Id, state.Day.End));
    }

    /// <inheritdoc/>
    public override void AfterExit(StrategyDay strategy, double r, long time)
    {
        if (strategy.Stopped || _stop is not { } stop || !Prices.AtMost(strategy.R, stop)) return;
        strategy.Stopped = true;
        state.Observer.OnHaltBegan(new HaltBegan(time, Kind, strategy.Id, strategy.R, stop));
    }

    /// <inheritdoc/>
    public override void EndDay(long ended)
    {
        foreach (var strategy in state.Strategies)
            if (strategy.Stopped) state.Observer.OnHaltEnded(new HaltEnded(ended, Kind, strategy.Id, strategy.R, _stop ?? 0));
    }

    private sealed class OfStrategy() : HaltKind("strategy_daily_stop", "strategy")
    {
        internal override string Describe(in HaltRecord halt) => halt.Began
            ? Text($"{halt.Strategy} stopped for the day: {halt.Value:0.00}R reached its stop of {halt.Limit:0.####}R.")
            : $"a new trading day: {halt.Strategy} may trade again.";
    }
}
