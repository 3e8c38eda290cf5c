using Axfl.Contracts;
using Axfl.Engine.Costs;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Account;

/// <summary>What open positions would come to if they were closed at their symbol's last close with all costs.</summary>
internal sealed class MarkToMarket(PortfolioState state, CostModel costs, Conversions conversions)
{
    /// <summary>A position's R and PnL.</summary>
    public (double R, double Pnl) Mark(Slot slot)
    {
        ref var position = ref slot.Position;
        var market = slot.Market;
        var cost = costs.Of(market, market.LastCloseSpread, SlippageOn.Time);
        var fill = position.Side == Side.Long ? cost.Sell(market.Close) : cost.Buy(market.Close);
        var value = conversions.Rate(market, fill);
        var commission = position.EntryCommission + costs.Commission(position.Units, fill, value);
        return (position.ROf(fill) - commission / position.RiskAmount,
            (fill - position.Entry) * (int)position.Side * position.Units * value - commission);
    }

    // R falls with the price towards the stop loss, commission included; spreads that are measured and prices that convert a commission may do anything.
    private double LeastR(Slot slot)
    {
        ref var position = ref slot.Position;
        var market = slot.Market;
        if (state.Plan.MeasuredSpread || (state.Plan.Costs.CommissionPerMillion > 0 && conversions.IsConverted(market))) return double.NegativeInfinity;
        var cost = costs.Of(market, market.LastCloseSpread, SlippageOn.Time, market.MostAtr);
        var fill = position.Side == Side.Long ? cost.Sell(position.StopLoss) : cost.Buy(position.StopLoss);
        var commission = position.EntryCommission + costs.Commission(position.Units, fill, conversions.Rate(market, fill));
        return position.ROf(fill) - commission / position.RiskAmount;
    }

    // Costs only take of it. A close beyond the target is one of the bar of the entry, on which it is not granted.
    private static double MostR(Slot slot)
    {
        ref var position = ref slot.Position;
        return double.IsNaN(position.Target) ? double.PositiveInfinity : Math.Max(position.ROf(position.Target), position.ROf(slot.Market.Close));
    }

    /// <summary>What open R cannot fall below while no position's stop loss is reached; negative infinity: that cannot be said.</summary>
    public double LeastOpenR()
    {
        var sum = 0.0;
        foreach (var market in state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPosition) sum += LeastR(slot);
        return sum;
    }

    /// <summary>What open R cannot rise above while no position's target is reached; infinity: a position has none.</summary>
    public double MostOpenR()
    {
        var sum = 0.0;
        foreach (var market in state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPosition) sum += MostR(slot);
        return sum;
    }

    /// <summary>Sum of open R.</summary>
    public double OpenR()
    {
        var sum = 0.0;
        foreach (var market in state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPosition) sum += Mark(slot).R;
        return sum;
    }
}
