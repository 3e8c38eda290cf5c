using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>A gate: a rule that may block an entry when it is placed and again when it would fill.</summary>
/// <param name="name">Its name in files, status and journal, snake_case.</param>
internal abstract class Gate(string name) : DecisionResult(name, DecisionKind.Blocked)
{
    /// <summary>Whether an order that it blocks has a shadow result: not where it says what an order is, or when it may be at all.</summary>
    public virtual bool HasShadow => true;

    /// <summary>Tests an order.</summary>
    /// <returns>The two numbers it compared when it blocks; null: the order passes.</returns>
    public abstract Compared? Test(in GateCheck check);
}

/// <summary>The two numbers a blocking gate compared, NaN where there is none; and what they are of, where that is not said: an event, a currency, a window.</summary>
internal readonly record struct Compared(double Left = double.NaN, double Right = double.NaN, string? Subject = null);
