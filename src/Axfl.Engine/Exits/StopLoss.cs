using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position at or beyond its stop loss.</summary>
internal sealed class StopLoss() : ExitReason("stop_loss", "SL", SlippageOn.Stop)
{
    /// <summary>Whether a price is at or beyond a position's stop loss.</summary>
    public static bool IsHit(in Position position, double price) => Trigger.Reaches(Trigger.Opposite(position.Side), price, position.StopLoss);
}
