using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>A pending entry filled: there is a position.</summary>
/// <param name="Time">Open time of the bar in hand, or time of the tick, unix ms.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Order">The order; its price is that of the fill before costs.</param>
/// <param name="EntryTime">Time of the fill, unix ms.</param>
/// <param name="Entry">Price of the fill with costs.</param>
/// <param name="Units">Units, positive.</param>
/// <param name="Risk">Initial risk amount, account currency.</param>
public readonly record struct TradeOpened(
    long Time, Instrument Instrument, string Strategy, EntryOrder Order, long EntryTime, double Entry, double Units, double Risk)
{
    /// <summary>As it is recorded among the decisions.</summary>
    public DecisionRecord Decision => new(Time, Instrument, Strategy, DecisionStage.Fill, DecisionResult.Filled, Order);
}
