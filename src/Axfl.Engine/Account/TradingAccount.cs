using Axfl.Engine.Costs;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Account;

/// <summary>The account: equity, costs, sizes, conversions, marks.</summary>
internal sealed class TradingAccount
{
    private readonly AccountPlan _plan;

    public TradingAccount(PortfolioState state)
    {
        _plan = state.Plan.Account;
        Equity = new Equity(_plan.StartingEquity);
        Costs = new CostModel(state.Plan.Costs);
        Conversions = new Conversions(state);
        Marks = new MarkToMarket(state, Costs, Conversions);
    }

    public Equity Equity { get; }

    public CostModel Costs { get; }

    public Conversions Conversions { get; }

    public MarkToMarket Marks { get; }

    /// <summary>Units of a new position; 0 when they round to nothing, NaN when a conversion price is not known yet.</summary>
    /// <param name="market">Its symbol.</param>
    /// <param name="entry">Price of the entry.</param>
    /// <param name="stopLoss">Stop loss.</param>
    public double Units(Market market, double entry, double stopLoss) =>
        PositionSize.Units(_plan, Equity.Now, Math.Abs(entry - stopLoss), Conversions.Rate(market, entry));
}
