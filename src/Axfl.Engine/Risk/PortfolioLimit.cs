using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>
/// Halts the portfolio when today's R reaches a limit of the plan, until the next trading day: every pending order is cancelled, and when the plan says so
/// every position is closed at the next open.
/// </summary>
/// <param name="state">The portfolio.</param>
/// <param name="account">The account.</param>
/// <param name="kind">Which halt it is.</param>
/// <param name="limit">The limit, R; null: there is none.</param>
internal abstract class PortfolioLimit(PortfolioState state, TradingAccount account, HaltKind kind, double? limit) : Guard
{
    private readonly RiskPlan _risk = state.Plan.Risk;

    /// <summary>Latched until the next trading day.</summary>
    public bool IsOn { get; private set; }

    /// <summary>How often it has begun.</summary>
    public int Begun { get; private set; }

    /// <inheritdoc/>
    public override bool EndsWithDay => IsOn;

    /// <inheritdoc/>
    public override bool CountsOpen => _risk.HaltCountsOpen && limit is not null && !IsOn;

    /// <inheritdoc/>
    public override bool MayBeginWithoutExit => CountsOpen && !StaysShortOf(limit!.Value);

    /// <inheritdoc/>
    public override void AddActive(List<ActiveHalt> active)
    {
        if (IsOn) active.Add(new ActiveHalt(kind, "", state.Day.End));
    }

    /// <inheritdoc/>
    public override void AfterExit(StrategyDay strategy, double r, long time) => Test(time);

    /// <summary>Begins the halt when today's R has reached the limit.</summary>
    public void Test(long time)
    {
        if (IsOn || limit is not { } most) return;
        var r = account.Equity.RToday + (_risk.HaltCountsOpen ? account.Marks.OpenR() : 0);
        if (!Reaches(r, most)) return;
        IsOn = true;
        Begun++;
        state.Observer.OnHaltBegan(new HaltBegan(time, kind, "", r, most));
        foreach (var market in state.Markets)
        {
            foreach (var slot in market.Slots)
            {
                if (slot.HasPending) state.Cancel(slot, CancelReason.Halt, state.BarTime);
                // A halt that asked before keeps its time: the later one must not delay it.
                if (slot.HasPosition && _risk.FlattenOnHalt) slot.FlattenAfter = Math.Min(slot.FlattenAfter, state.BarTime);
            }
        }
    }

    /// <inheritdoc/>
    public override void EndDay(long ended)
    {
        if (IsOn) state.Observer.OnHaltEnded(new HaltEnded(ended, kind, "", account.Equity.RToday, limit ?? 0));
        IsOn = false;
    }

    /// <summary>Whether R of the day has reached the limit.</summary>
    protected abstract bool Reaches(double r, double limit);

    /// <summary>Whether it cannot be reached while no stop loss and no target is.</summary>
    protected abstract bool StaysShortOf(double limit);
}
