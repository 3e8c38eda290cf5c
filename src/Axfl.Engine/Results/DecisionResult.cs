namespace Axfl.Engine.Results;

/// <summary>What came of an order: accepted, filled, blocked by a gate, or cancelled for a reason. One object each, compared by reference.</summary>
public abstract class DecisionResult
{
    /// <summary>A result.</summary>
    /// <param name="name">Its name in files, status and journal, snake_case.</param>
    /// <param name="kind">Its kind.</param>
    private protected DecisionResult(string name, DecisionKind kind)
    {
        Name = name;
        Kind = kind;
    }

    /// <summary>Passed the gates at placing.</summary>
    public static DecisionResult Accepted { get; } = new Passed("accepted");

    /// <summary>Passed the gates at the fill, and filled.</summary>
    public static DecisionResult Filled { get; } = new Passed("filled");

    /// <summary>Name in files, status and journal, snake_case; unique among the results of its kind.</summary>
    public string Name { get; }

    /// <summary>Whether the order passed, was blocked or was cancelled.</summary>
    public DecisionKind Kind { get; }

    /// <summary>Whether a gate blocked the order.</summary>
    public bool IsBlock => Kind == DecisionKind.Blocked;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Why, in the words of the gate: the two numbers it compared, or what was missing. Empty when the name says it all.</summary>
    internal virtual string Detail(in DecisionRecord decision) => "";

    private sealed class Passed(string name) : DecisionResult(name, DecisionKind.Passed);
}

/// <summary>Kind of a decision's result.</summary>
public enum DecisionKind
{
    /// <summary>Accepted or filled.</summary>
    Passed,

    /// <summary>Blocked by a gate.</summary>
    Blocked,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
