namespace Axfl.Engine;

/// <summary>Units such that a stop-out loses the risk amount.</summary>
internal sealed class PositionSizer(AccountPlan plan)
{
    /// <summary>A quotient this near below the next step counts as it.</summary>
    private const double StepTolerance = 1e-6;

    /// <summary>Units, rounded down to the step; NaN when the quote value is not known yet.</summary>
    public double Units(double equity, double distance, double quoteValue)
    {
        var risk = (plan.FixedRisk ? plan.StartingEquity : equity) * plan.RiskPerTradePct / 100;
        return Math.Floor(risk / (distance * quoteValue) / plan.UnitStep + StepTolerance) * plan.UnitStep;
    }
}
