namespace Axfl.Engine.Plan;

/// <summary>How a fill inside a bar is decided.</summary>
public enum IntrabarPolicy
{
    /// <summary>Stop loss before target; no target on the bar of a stop or limit entry.</summary>
    Worst,

    /// <summary>Open, nearer extreme, other extreme, close.</summary>
    Path,

    /// <summary>The smallest bars at hand, those of all symbols in time order, each by worst.</summary>
    Drill,

    /// <summary>The mirror of worst: target before stop loss, and granted on the bar of a stop or limit entry.</summary>
    Best,
}
