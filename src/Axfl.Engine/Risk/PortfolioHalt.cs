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
internal sealed class PortfolioHalt(PortfolioState state, TradingAccount account) : Guard
{
    public static HaltKind Kind { get; } = new OfPortfolio();

    private readonly RiskPlan _risk = state.Plan.Risk;

    /// <summary>Latched until the next trading day.</summary>
    public bool IsOn { get; private set; }

    /// <inheritdoc/>
    public override bool EndsWithDay => IsOn;

    /// <inheritdoc/>
    public override bool CountsOpen => _risk is { HaltCountsOpen: true, GlobalDailyStopR: not null } && !IsOn;

    // A new day takes today's gain away. The margin is more than sums of R can err by; what is no number cannot be said either.
    /// <inheritdoc/>
    public override bool MayBeginWithoutExit =>
        CountsOpen && !(Math.Min(0, account.Equity.RToday) + account.Marks.LeastOpenR() > _risk.GlobalDailyStopR + 1e-6);

    /// <inheritdoc/>
    public override void AddActive(List<ActiveHalt> active)
    {
        if (IsOn) active.Add(new ActiveHalt(Kind, "", state.Day.End));
    }

    /// <inheritdoc/>
    public override void AfterExit(StrategyDay strategy, long time) => Test(time);

    /// <summary>Begins the halt when today's R has reached the limit.</summary>
    public void Test(long time)
    {
        if (IsOn || _risk.GlobalDailyStopR is not { } stop) return;
        var r = account.Equity.RToday + (_risk.HaltCountsOpen ? account.Marks.OpenR() : 0);
        if (!Prices.AtMost(r, stop)) return;
        IsOn = true;
        state.Observer.OnHaltBegan(new HaltBegan(time, Kind, "", r, stop));
        foreach (var market in state.Markets)
        {
            foreach (var slot in market.Slots)
            {
                if (slot.HasPending) state.Cancel(slot, CancelReason.Halt, state.BarTime);
                if (slot.HasPosition && _risk.FlattenOnHalt) slot.FlattenAfter = state.BarTime;
            }
        }
    }

    /// <inheritdoc/>
    public override void EndDay(long ended)
    {
        if (IsOn) state.Observer.OnHaltEnded(new HaltEnded(ended, Kind, "", account.Equity.RToday, _risk.GlobalDailyStopR ?? 0));
        IsOn = false;
    }

    private sealed class OfPortfolio() : HaltKind("portfolio_halted", "portfolio")
    {
        internal override string Describe(in HaltRecord halt) => halt.Began
            ? Text($"portfolio halted: {halt.Value:0.00}R today reached the stop of {halt.Limit:0.####}R; no entries until the next trading day.")
            : "a new trading day: the portfolio halt has ended.";
    }
}
