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
        Parity = RiskParity.Of(state);
    }

    public Equity Equity { get; }

    public CostModel Costs { get; }

    public Conversions Conversions { get; }

    public MarkToMarket Marks { get; }

    /// <summary>Risk shared out by how much symbols move; null: it is not.</summary>
    public RiskParity? Parity { get; }

    /// <summary>Units of a new position; 0 when they round to nothing, NaN when a conversion price is not known yet.</summary>
    /// <param name="slot">Its slot: weights and parity are in its risk.</param>
    /// <param name="entry">Price of the entry.</param>
    /// <param name="stopLoss">Stop loss.</param>
    public double Units(Slot slot, double entry, double stopLoss) => PositionSize.Units(
        _plan, slot.RiskPercent * slot.Market.Parity, Equity.Now, Math.Abs(entry - stopLoss), Conversions.Rate(slot.Market, entry));
}
