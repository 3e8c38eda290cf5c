using Axfl.Engine.Account;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>What halts entries after losses: tested at each exit; those of the day end with the trading day.</summary>
internal sealed class Halts
{
    private readonly PortfolioState _state;
    private readonly Equity _equity;
    private readonly StrategyDailyStop _strategies;

    public Halts(PortfolioState state, TradingAccount account)
    {
        _state = state;
        _equity = account.Equity;
        _strategies = new StrategyDailyStop(state);
        Drawdown = new DrawdownGuard(state, account.Equity);
        Portfolio = new PortfolioHalt(state, account);
    }

    public PortfolioHalt Portfolio { get; }

    public DrawdownGuard Drawdown { get; }

    /// <summary>Tests every limit after an exit has been booked.</summary>
    public void AfterExit(Slot slot, long time)
    {
        _strategies.Test(slot.Strategy, time);
        Drawdown.Test(time);
        Portfolio.Test(time);
    }

    /// <summary>Ends what ends with the trading day, and starts its counters at zero.</summary>
    /// <param name="ended">End of the day before, unix ms: its halts end then.</param>
    public void BeginDay(long ended)
    {
        Portfolio.EndDay(ended);
        _strategies.EndDay(ended);
        _equity.BeginDay();
        foreach (var strategy in _state.Strategies) strategy.Reset();
    }

    /// <summary>Halts in force; those of the day end with it.</summary>
    public IEnumerable<ActiveHalt> Active()
    {
        if (Portfolio.IsOn) yield return new ActiveHalt(HaltKind.Portfolio, "", _state.Day.End);
        if (Drawdown.LockedUntil is { } until) yield return new ActiveHalt(HaltKind.Drawdown, "", until);
        foreach (var strategy in _state.Strategies)
            if (strategy.Stopped) yield return new ActiveHalt(HaltKind.Strategy, strategy.Id, _state.Day.End);
    }
}
