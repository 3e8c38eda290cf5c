using Axfl.Contracts;

namespace Axfl.Engine.Plan;

/// <summary>One strategy on one symbol.</summary>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Values">A value for each of its parameters.</param>
/// <param name="Windows">Session windows.</param>
/// <param name="TimeStopMinutes">Time exit, minutes; null: none.</param>
public sealed record SlotPlan(
    string Strategy, StrategyDefinition Definition, IReadOnlyDictionary<string, object?> Values, IReadOnlyList<SessionWindow> Windows, int? TimeStopMinutes);
