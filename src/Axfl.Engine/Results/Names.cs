using Axfl.Contracts;

namespace Axfl.Engine.Results;

/// <summary>The words of enums in files and status.</summary>
public static class Names
{
    /// <summary>place, fill, cancel.</summary>
    public static string Name(this DecisionStage stage) => stage switch { DecisionStage.Place => "place", DecisionStage.Fill => "fill", _ => "cancel" };

    /// <summary>long, short.</summary>
    public static string Name(this Side side) => side == Side.Long ? "long" : "short";

    /// <summary>market, stop, limit.</summary>
    public static string Name(this EntryType type) => type switch { EntryType.Market => "market", EntryType.Stop => "stop", _ => "limit" };
}
