using Axfl.Contracts;
using Axfl.Engine.Orders;
using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>A pending entry was cancelled.</summary>
/// <param name="Time">Open time of the bar in hand, or time of the tick, unix ms.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Order">The order.</param>
/// <param name="Reason">Why.</param>
public readonly record struct OrderCancelled(long Time, Instrument Instrument, string Strategy, EntryOrder Order, CancelReason Reason)
{
    /// <summary>As it is recorded among the decisions.</summary>
    public DecisionRecord Decision => new(Time, Instrument, Strategy, DecisionStage.Cancel, Reason, Order);
}
