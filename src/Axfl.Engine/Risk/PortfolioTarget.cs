using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>Halts the portfolio at the gain of the day that the plan wants.</summary>
internal sealed class PortfolioTarget(PortfolioState state, TradingAccount account) : PortfolioLimit(state, account, Kind, state.Plan.Risk.GlobalDailyTargetR)
{
    private readonly TradingAccount _account = account;

    public static HaltKind Kind { get; } = new OfTarget();

    /// <inheritdoc/>
    protected override bool Reaches(double r, double limit) => Prices.AtLeast(r, limit);

    // A new day takes today's loss away.
    /// <inheritdoc/>
    protected override bool StaysShortOf(double limit) => Math.Max(0, _account.Equity.RToday) + _account.Marks.MostOpenR() < limit - 1e-6;

    private sealed class OfTarget() : HaltKind("portfolio_target", "target")
    {
        internal override string Describe(in HaltRecord halt) => halt.Began
            ? Text($"portfolio done for the day: {halt.Value:0.00}R today reached the target of {halt.Limit:0.####}R; no entries until the next trading day.")
            : "a new trading day: the target of the day counts from zero.";
    }
}
