using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position at or beyond its target.</summary>
internal sealed class Target() : ExitReason("target", "TP", SlippageOn.Target)
{
    /// <summary>Whether a price is at or beyond a position's target; never without one.</summary>
    public static bool IsHit(in Position position, double price) => Trigger.Reaches(position.Side, price, position.Target);
}
