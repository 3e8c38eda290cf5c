using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>An intrabar fill model: decides what one bar cannot tell, the fills inside it.</summary>
internal interface IFillModel
{
    /// <summary>Walks one bar (or a tick as a bar of one point) for one slot that has a position or a pending order.</summary>
    void Walk(Slot slot, in Bar bar);
}
