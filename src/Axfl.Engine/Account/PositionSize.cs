using Axfl.Engine.Plan;

namespace Axfl.Engine.Account;

/// <summary>Units such that a stop-out loses the risk amount.</summary>
internal static class PositionSize
{
    /// <summary>A quotient this near below the next step counts as it.</summary>
    private const double StepTolerance = 1e-6;

    /// <summary>Units, rounded down to the step; NaN when the quote value is not known yet.</summary>
    /// <param name="plan">The basis of risk, and the step.</param>
    /// <param name="percent">Risk of the trade, percent of equity.</param>
    /// <param name="equity">Equity, account currency.</param>
    /// <param name="distance">Distance of the stop loss from the entry, quote currency.</param>
    /// <param name="quoteValue">What one unit of the quote currency is worth in account currency.</param>
    public static double Units(AccountPlan plan, double percent, double equity, double distance, double quoteValue)
    {
        var risk = (plan.FixedRisk ? plan.StartingEquity : equity) * percent / 100;
        return Math.Floor(risk / (distance * quoteValue) / plan.UnitStep + StepTolerance) * plan.UnitStep;
    }
}
