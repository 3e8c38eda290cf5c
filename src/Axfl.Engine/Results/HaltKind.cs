namespace Axfl.Engine.Results;

/// <summary>Kind of a halt.</summary>
public enum HaltKind
{
    /// <summary>Portfolio halt.</summary>
    Portfolio,

    /// <summary>A strategy's daily stop.</summary>
    Strategy,

    /// <summary>Drawdown lock.</summary>
    Drawdown,
}
