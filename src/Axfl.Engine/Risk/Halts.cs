using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>Daily stops of the portfolio and its strategies, and the drawdown guard. Tested at each exit; the daily ones end with the trading day.</summary>
internal sealed class Halts(PortfolioState state, Broker broker)
{
    private readonly RiskPlan _risk = state.Plan.Risk;
    private double _peak = state.Equity;

    /// <summary>Latched until the next trading day.</summary>
    public bool IsPortfolioHalted { get; private set; }

    /// <summary>End of the drawdown lock, unix ms, exclusive; null: not locked.</summary>
    public long? LockedUntil { get; private set; }

    /// <summary>Halts in force; those of the day end with it.</summary>
    public IEnumerable<ActiveHalt> Active()
    {
        if (IsPortfolioHalted) yield return new ActiveHalt(HaltKind.Portfolio, "", state.Day.End);
        if (LockedUntil is { } until) yield return new ActiveHalt(HaltKind.Drawdown, "", until);
        foreach (var strategy in state.Strategies)
            if (strategy.Stopped) yield return new ActiveHalt(HaltKind.Strategy, strategy.Id, state.Day.End);
    }

    /// <summary>Ends what ends with the trading day.</summary>
    /// <param name="ended">End of the day before, unix ms: its halts end then.</param>
    public void BeginDay(long ended)
    {
        if (IsPortfolioHalted) state.Observer.OnHalt(new HaltRecord(ended, HaltKind.Portfolio, false, "", state.RToday, _risk.GlobalDailyStopR ?? 0));
        foreach (var strategy in state.Strategies)
            if (strategy.Stopped) state.Observer.OnHalt(new HaltRecord(ended, HaltKind.Strategy, false, strategy.Id, strategy.R, _risk.PerStrategyDailyStopR ?? 0));
        IsPortfolioHalted = false;
        state.RToday = state.PnlToday = 0;
        Array.Clear(state.Blocked);
        foreach (var strategy in state.Strategies) strategy.Reset();
    }

    /// <summary>At the first bar at or after the lock's end the peak starts again from the present equity.</summary>
    public void Unlock(long time)
    {
        if (LockedUntil is not { } until || time < until) return;
        var limit = LockingEquity(_risk.Drawdown!);
        LockedUntil = null;
        _peak = state.Equity;
        state.Observer.OnHalt(new HaltRecord(until, HaltKind.Drawdown, false, "", state.Equity, limit));
    }

    /// <summary>Tests every limit after an exit has been booked.</summary>
    public void AfterExit(Slot slot, long time)
    {
        var strategy = slot.Strategy;
        if (!strategy.Stopped && _risk.PerStrategyDailyStopR is { } stop && Prices.AtMost(strategy.R, stop))
        {
            strategy.Stopped = true;
            state.Observer.OnHalt(new HaltRecord(time, HaltKind.Strategy, true, strategy.Id, strategy.R, stop));
        }

        TestDrawdown(time);
        TestPortfolio(time);
    }

    /// <summary>Begins the portfolio halt when today's R has reached the limit: cancels every waiting order, asks to flatten when the plan says so.</summary>
    public void TestPortfolio(long time)
    {
        if (IsPortfolioHalted || _risk.GlobalDailyStopR is not { } stop) return;
        var r = state.RToday + (_risk.HaltCountsOpen ? broker.OpenR() : 0);
        if (!Prices.AtMost(r, stop)) return;
        IsPortfolioHalted = true;
        state.Observer.OnHalt(new HaltRecord(time, HaltKind.Portfolio, true, "", r, stop));
        foreach (var market in state.Markets)
        {
            foreach (var slot in market.Slots)
            {
                if (slot.HasWaiting) broker.Cancel(slot, DecisionResult.Halt, broker.BarTime);
                if (slot.HasPosition && _risk.FlattenOnHalt) slot.FlattenAfter = broker.BarTime;
            }
        }
    }

    private void TestDrawdown(long time)
    {
        if (_risk.Drawdown is not { } guard) return;
        _peak = Math.Max(_peak, state.Equity);
        if (LockedUntil is not null || !Prices.AtMost(state.Equity, LockingEquity(guard))) return;
        LockedUntil = time + guard.CooloffMinutes * EventTime.Minute;
        state.Observer.OnHalt(new HaltRecord(time, HaltKind.Drawdown, true, "", state.Equity, LockingEquity(guard)));
    }

    private double LockingEquity(DrawdownPlan guard) => _peak * (1 - guard.TrailingPct / 100);
}
