using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>A gate blocked an entry.</summary>
/// <param name="Time">Open time of the bar in hand, or time of the tick, unix ms.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Stage">When it was placed, or when it would have filled.</param>
/// <param name="Gate">The gate.</param>
/// <param name="Order">The order; its price is the price before costs that the gate saw.</param>
/// <param name="Left">First number the gate compared; NaN: none.</param>
/// <param name="Right">Second number.</param>
/// <param name="Subject">What they are of: the title of an event, a currency, a window; null where the gate says it.</param>
public readonly record struct OrderBlocked(
    long Time, Instrument Instrument, string Strategy, DecisionStage Stage, DecisionResult Gate, EntryOrder Order, double Left, double Right,
    string? Subject = null)
{
    /// <summary>As it is recorded among the decisions.</summary>
    public DecisionRecord Decision => new(Time, Instrument, Strategy, Stage, Gate, Order, Left, Right, Subject);
}
