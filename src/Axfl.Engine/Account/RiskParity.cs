using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Account;

/// <summary>Shares risk out among the traded symbols: the less one moves in a day, the more of it. Found at the first event of each trading day.</summary>
internal sealed class RiskParity
{
    private readonly RiskParityPlan _plan;
    private readonly Market[] _markets;
    private readonly double[] _ranges;

    private RiskParity(RiskParityPlan plan, Market[] markets)
    {
        (_plan, _markets, _ranges) = (plan, markets, new double[markets.Length]);
    }

    /// <summary>That of a plan; null: it has none.</summary>
    public static RiskParity? Of(PortfolioState state) =>
        state.Plan.Risk.RiskParity is { } plan ? new RiskParity(plan, [.. state.Markets.Where(static m => m.Days is not null)]) : null;

    /// <summary>Finds the factors of a trading day, of the complete days before it.</summary>
    /// <param name="today">Its name, days since 1970-01-01.</param>
    public void Find(int today)
    {
        var isKnown = _markets.Length > 1;
        for (var i = 0; i < _markets.Length && isKnown; i++)
        {
            _ranges[i] = _markets[i].Days!.MeanBefore(today);
            isKnown = _ranges[i] > 0;
        }

        var k = isKnown ? ParityShares.Solve(_ranges, _plan.Floor, _plan.Cap) : double.NaN;
        for (var i = 0; i < _markets.Length; i++)
            _markets[i].Parity = isKnown ? ParityShares.Of(k, _ranges[i], _plan.Floor, _plan.Cap) * _markets.Length : 1;
    }
}
