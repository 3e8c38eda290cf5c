namespace Axfl.Engine.Plan;

/// <summary>How much an event of a news calendar is expected to move prices.</summary>
[Flags]
public enum NewsImpacts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Low, and what is no economic event.</summary>
    Low = 1,

    /// <summary>Medium.</summary>
    Medium = 2,

    /// <summary>High.</summary>
    High = 4,

    /// <summary>A bank holiday.</summary>
    Holiday = 8,
}
