using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>Locks entries for a while when realised equity has fallen from its peak by the plan's percentage. Pending orders stay.</summary>
internal sealed class DrawdownGuard(PortfolioState state, Equity equity)
{
    private readonly DrawdownPlan? _plan = state.Plan.Risk.Drawdown;
    private double _peak = equity.Now;

    /// <summary>End of the lock, unix ms, exclusive; null: not locked.</summary>
    public long? LockedUntil { get; private set; }

    /// <summary>At the first bar at or after the lock's end the peak starts again from the present equity.</summary>
    public void Unlock(long time)
    {
        if (LockedUntil is not { } until || time < until) return;
        var limit = LockingEquity(_plan!);
        LockedUntil = null;
        _peak = equity.Now;
        state.Observer.OnHaltEnded(new HaltEnded(until, HaltKind.Drawdown, "", equity.Now, limit));
    }

    /// <summary>Tests the fall after an exit has been booked.</summary>
    public void Test(long time)
    {
        if (_plan is not { } plan) return;
        _peak = Math.Max(_peak, equity.Now);
        if (LockedUntil is not null || !Prices.AtMost(equity.Now, LockingEquity(plan))) return;
        LockedUntil = time + plan.CooloffMinutes * EventTime.Minute;
        state.Observer.OnHaltBegan(new HaltBegan(time, HaltKind.Drawdown, "", equity.Now, LockingEquity(plan)));
    }

    private double LockingEquity(DrawdownPlan plan) => _peak * (1 - plan.TrailingPct / 100);
}
