using Axfl.Engine.Plan;

namespace Axfl.Engine.Results;

/// <summary>Why a position was closed. One object for each reason, compared by reference.</summary>
public abstract class ExitReason
{
    /// <summary>A reason.</summary>
    /// <param name="id">The rule, snake_case; unique.</param>
    /// <param name="name">Its name in files and status.</param>
    /// <param name="slippage">The kind of fill it is.</param>
    private protected ExitReason(string id, string name, SlippageOn slippage)
    {
        Id = id;
        Name = name;
        Slippage = slippage;
    }

    /// <summary>The rule that closed it, snake_case, e.g. <c>time_stop</c>; unique.</summary>
    public string Id { get; }

    /// <summary>Name in files and status: SL, TP, TIME, EXIT, HALT, NEWS, FLAT, END. The time stop and the end of the session are both TIME.</summary>
    public string Name { get; }

    /// <summary>Which slippage the fill pays.</summary>
    public SlippageOn Slippage { get; }

    /// <summary>Whether it is none of the trade's own: something else made an end of it.</summary>
    public virtual bool IsFromOutside => false;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
