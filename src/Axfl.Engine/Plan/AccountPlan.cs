namespace Axfl.Engine.Plan;

/// <summary>Account.</summary>
public sealed record AccountPlan
{
    /// <summary>Account currency.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Starting equity, account currency, positive.</summary>
    public double StartingEquity { get; init; } = 100_000;

    /// <summary>Risk of a trade, percent of equity, positive.</summary>
    public double RiskPerTradePct { get; init; } = 0.5;

    /// <summary>Whether risk is a percentage of the starting equity throughout.</summary>
    public bool FixedRisk { get; init; }

    /// <summary>Units are rounded down to this step, positive.</summary>
    public double UnitStep { get; init; } = 1;
}
