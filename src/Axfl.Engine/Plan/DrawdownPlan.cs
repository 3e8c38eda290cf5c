namespace Axfl.Engine.Plan;

/// <summary>Drawdown guard.</summary>
/// <param name="TrailingPct">Fall of equity from its peak that locks entries, percent.</param>
/// <param name="CooloffMinutes">How long.</param>
public sealed record DrawdownPlan(double TrailingPct, int CooloffMinutes);
