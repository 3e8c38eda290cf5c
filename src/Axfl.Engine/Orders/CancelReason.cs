using Axfl.Engine.Results;

namespace Axfl.Engine.Orders;

/// <summary>Why a pending order was cancelled.</summary>
public sealed class CancelReason : DecisionResult
{
    private CancelReason(string name)
        : base(name, DecisionKind.Cancelled)
    {
    }

    /// <summary>Its slot is out of session.</summary>
    public static CancelReason Session { get; } = new("session");

    /// <summary>It has reached its expiry.</summary>
    public static CancelReason Expired { get; } = new("expired");

    /// <summary>A new entry of the slot was accepted.</summary>
    public static CancelReason Replaced { get; } = new("replaced");

    /// <summary>A portfolio halt began.</summary>
    public static CancelReason Halt { get; } = new("halt");

    /// <summary>The strategy cancelled it.</summary>
    public static CancelReason Strategy { get; } = new("strategy");

    /// <summary>The run has ended.</summary>
    public static CancelReason End { get; } = new("end");

    /// <summary>It was to be missed (<see cref="Plan.EnginePlan.MissedEntries"/>): no run that is recorded has it.</summary>
    internal static CancelReason Missed { get; } = new("missed");

    /// <summary>All that a run may record.</summary>
    public static IReadOnlyList<CancelReason> InOrder { get; } = [Session, Expired, Replaced, Halt, Strategy, End];
}
