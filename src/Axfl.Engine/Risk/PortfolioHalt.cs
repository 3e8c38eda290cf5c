using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>Halts the portfolio at the loss of the day that the plan allows.</summary>
internal sealed class PortfolioHalt(PortfolioState state, TradingAccount account) : PortfolioLimit(state, account, Kind, state.Plan.Risk.GlobalDailyStopR)
{
    private readonly TradingAccount _account = account;

    public static HaltKind Kind { get; } = new OfPortfolio();

    /// <inheritdoc/>
    protected override bool Reaches(double r, double limit) => Prices.AtMost(r, limit);

    // A new day takes today's gain away. The margin is more than sums of R can err by; what is no number cannot be said either.
    /// <inheritdoc/>
    protected override bool StaysShortOf(double limit) => Math.Min(0, _account.Equity.RToday) + _account.Marks.LeastOpenR() > limit + 1e-6;

    private sealed class OfPortfolio() : HaltKind("portfolio_halted", "portfolio")
    {
        internal override string Describe(in HaltRecord halt) => halt.Began
            ? Text($"portfolio halted: {halt.Value:0.00}R today reached the stop of {halt.Limit:0.####}R; no entries until the next trading day.")
            : "a new trading day: the portfolio halt has ended.";
    }
}
