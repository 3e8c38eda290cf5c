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

    /// <summary>Ends what ends with the trading day.</summary>
    public void BeginDay(long time)
    {
        if (IsPortfolioHalted) state.Observer.OnHalt(new HaltRecord(time, HaltKind.Portfolio, false, "", state.RToday, _risk.GlobalDailyStopR ?? 0));
        IsPortfolioHalted = false;
        state.RToday = state.PnlToday = 0;
        Array.Clear(state.Blocked);
        foreach (var strategy in state.Strategies) strategy.Reset();
    }

    /// <summary>At the first bar at or after the lock's end the peak starts again from the present equity.</summary>
    public void Unlock(long time)
    {
        if (LockedUntil is not { } until || time < until) return;
        LockedUntil = null;
        _peak = state.Equity;
        state.Observer.OnHalt(new HaltRecord(time, HaltKind.Drawdown, false, "", state.Equity, _peak));
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
        if (LockedUntil is not null || !Prices.AtMost(state.Equity, _peak * (1 - guard.TrailingPct / 100))) return;
        LockedUntil = time + guard.CooloffMinutes * EventTime.Minute;
        state.Observer.OnHalt(new HaltRecord(time, HaltKind.Drawdown, true, "", state.Equity, _peak));
    }
}
