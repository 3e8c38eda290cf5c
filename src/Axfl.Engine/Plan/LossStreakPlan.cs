namespace Axfl.Engine.Plan;

/// <summary>The pause of a strategy after losses in a row.</summary>
/// <param name="Losses">How many, over all its symbols, 1 or more.</param>
/// <param name="PauseMinutes">How long it pauses, more than 0.</param>
public sealed record LossStreakPlan(int Losses, int PauseMinutes);
