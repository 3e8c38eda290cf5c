using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>Locks entries for a while when realised equity has fallen from its peak by the plan's percentage. Pending orders stay.</summary>
internal sealed class DrawdownGuard(PortfolioState state, Equity equity) : Guard
{
    public static HaltKind Kind { get; } = new OfDrawdown();

    private readonly DrawdownPlan? _plan = state.Plan.Risk.Drawdown;
    private double _peak = equity.Now;

    /// <summary>End of the lock, unix ms, exclusive; null: not locked.</summary>
    public long? LockedUntil => EndsAt == long.MaxValue ? null : EndsAt;

    /// <inheritdoc/>
    public override void AddActive(List<ActiveHalt> active)
    {
        if (LockedUntil is { } until) active.Add(new ActiveHalt(Kind, "", until));
    }

    /// <summary>At the first bar at or after the lock's end the peak starts again from the present equity.</summary>
    public override void End()
    {
        var until = EndsAt;
        var limit = LockingEquity(_plan!);
        EndsAt = long.MaxValue;
        _peak = equity.Now;
        state.Observer.OnHaltEnded(new HaltEnded(until, Kind, "", equity.Now, limit));
    }

    /// <inheritdoc/>
    public override void AfterExit(StrategyDay strategy, double r, long time)
    {
        if (_plan is not { } plan) return;
        _peak = Math.Max(_peak, equity.Now);
        if (LockedUntil is not null || !Prices.AtMost(equity.Now, LockingEquity(plan))) return;
        EndsAt = time + plan.CooloffMinutes * EventTime.Minute;
        state.Observer.OnHaltBegan(new HaltBegan(time, Kind, "", equity.Now, LockingEquity(plan)));
    }

    private double LockingEquity(DrawdownPlan plan) => _peak * (1 - plan.TrailingPct / 100);

    private sealed class OfDrawdown() : HaltKind("drawdown", "drawdown")
    {
        public override HaltUnit Unit => HaltUnit.Equity;

        internal override string Describe(in HaltRecord halt) => halt.Began
            ? Text($"drawdown guard: equity {halt.Value:0.00} has fallen to its limit of {halt.Limit:0.00}; entries are locked.")
            : Text($"drawdown guard: the lock has ended, the peak starts again from {halt.Value:0.00}.");
    }
}
