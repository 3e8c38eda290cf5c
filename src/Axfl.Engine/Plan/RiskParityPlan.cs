namespace Axfl.Engine.Plan;

/// <summary>Risk shared out among symbols by how much they move.</summary>
/// <param name="LookbackDays">Complete trading days whose ranges count, 1 or more.</param>
/// <param name="Floor">Least share of a symbol, 0 to 1.</param>
/// <param name="Cap">Greatest share of a symbol, 0 to 1.</param>
public sealed record RiskParityPlan(int LookbackDays = 20, double Floor = 0.15, double Cap = 0.60);
