using Axfl.Contracts;

namespace Axfl.Engine.Results;

/// <summary>A decision as the engine makes it; <see cref="ToDecision"/> is its form at the edge.</summary>
/// <param name="Time">Unix ms of the gate.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Result">Result.</param>
/// <param name="Order">The order; its price is the price before costs of this decision.</param>
/// <param name="Left">First number a gate compared; NaN: none.</param>
/// <param name="Right">Second number.</param>
/// <param name="Subject">What they are of: the title of an event, a currency, a window; null where the gate says it.</param>
public readonly record struct DecisionRecord(
    long Time, Instrument Instrument, string Strategy, DecisionStage Stage, DecisionResult Result, EntryOrder Order, double Left = double.NaN,
    double Right = double.NaN, string? Subject = null)
{
    /// <summary>Why, in the words of the gate: the two numbers it compared, or what was missing; empty when the result says it all.</summary>
    public string Detail => Result.Detail(this);

    /// <summary>The decision as an object.</summary>
    public Decision ToDecision() => new()
    {
        Time = EventTime.ToDateTime(Time),
        Symbol = Instrument.Symbol,
        Strategy = Strategy,
        Stage = Stage.Name(),
        Result = Result.Name,
        Side = Order.Side.Name(),
        Type = Order.Type.Name(),
        Price = Order.Price,
        StopLoss = double.IsNaN(Order.StopLoss) ? null : Order.StopLoss,
        Target = double.IsNaN(Order.Target) ? null : Order.Target,
        Detail = Detail,
    };
}
