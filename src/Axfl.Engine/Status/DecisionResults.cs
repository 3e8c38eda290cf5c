using Axfl.Engine.Gates;
using Axfl.Engine.Orders;
using Axfl.Engine.Results;

namespace Axfl.Engine.Status;

/// <summary>Everything that can come of an order: what passes, the gates in their order, the reasons to cancel.</summary>
public static class DecisionResults
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DecisionResult> InOrder { get; } = [DecisionResult.Accepted, DecisionResult.Filled, .. GateList.InOrder, .. CancelReason.InOrder];

    /// <summary>Place of a result in <see cref="InOrder"/>.</summary>
    public static int IndexOf(DecisionResult result)
    {
        for (var i = 0; i < InOrder.Count; i++)
            if (ReferenceEquals(InOrder[i], result)) return i;
        throw new ArgumentException($"{result} is none of the results.", nameof(result));
    }
}
