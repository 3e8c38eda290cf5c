using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Events;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>
/// Halts the portfolio when today's R reaches the plan's limit, until the next trading day: every pending order is cancelled, and when the plan says so
/// every position is closed at the next open.
/// </summary>
internal sealed class PortfolioHalt(PortfolioState state, TradingAccount account)
{
    private readonly RiskPlan _risk = state.Plan.Risk;

    /// <summary>Latched until the next trading day.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Begins the halt when today's R has reached the limit.</summary>
    public void Test(long time)
    {
        if (IsOn || _risk.GlobalDailyStopR is not { } stop) return;
        var r = account.Equity.RToday + (_risk.HaltCountsOpen ? account.Marks.OpenR() : 0);
        if (!Prices.AtMost(r, stop)) return;
        IsOn = true;
        state.Observer.OnHaltBegan(new HaltBegan(time, HaltKind.Portfolio, "", r, stop));
        foreach (var market in state.Markets)
        {
            foreach (var slot in market.Slots)
            {
                if (slot.HasPending) state.Cancel(slot, CancelReason.Halt, state.BarTime);
                if (slot.HasPosition && _risk.FlattenOnHalt) slot.FlattenAfter = state.BarTime;
            }
        }
    }

    /// <summary>The trading day has ended, and the halt with it.</summary>
    /// <param name="ended">End of the day, unix ms.</param>
    public void EndDay(long ended)
    {
        if (IsOn) state.Observer.OnHaltEnded(new HaltEnded(ended, HaltKind.Portfolio, "", account.Equity.RToday, _risk.GlobalDailyStopR ?? 0));
        IsOn = false;
    }
}
