using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>Stops a strategy on all its symbols when its R today reaches the plan's limit, until the next trading day.</summary>
internal sealed class StrategyDailyStop(PortfolioState state)
{
    private readonly double? _stop = state.Plan.Risk.PerStrategyDailyStopR;

    /// <summary>Tests a strategy after an exit of its has been booked.</summary>
    public void Test(StrategyDay strategy, long time)
    {
        if (strategy.Stopped || _stop is not { } stop || !Prices.AtMost(strategy.R, stop)) return;
        strategy.Stopped = true;
        state.Observer.OnHaltBegan(new HaltBegan(time, HaltKind.Strategy, strategy.Id, strategy.R, stop));
    }

    /// <summary>The trading day has ended, and the stops with it.</summary>
    /// <param name="ended">End of the day, unix ms.</param>
    public void EndDay(long ended)
    {
        foreach (var strategy in state.Strategies)
            if (strategy.Stopped) state.Observer.OnHaltEnded(new HaltEnded(ended, HaltKind.Strategy, strategy.Id, strategy.R, _stop ?? 0));
    }
}
