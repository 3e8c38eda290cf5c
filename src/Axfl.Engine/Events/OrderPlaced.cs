using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>An entry was accepted by the gates and is pending.</summary>
/// <param name="Time">Open time of the bar at whose close it was placed, unix ms.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Order">The order; of a market order the price is that close.</param>
public readonly record struct OrderPlaced(long Time, Instrument Instrument, string Strategy, EntryOrder Order)
{
    /// <summary>As it is recorded among the decisions.</summary>
    public DecisionRecord Decision => new(Time, Instrument, Strategy, DecisionStage.Place, DecisionResult.Accepted, Order);
}
