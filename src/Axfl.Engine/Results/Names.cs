using Axfl.Contracts;

namespace Axfl.Engine.Results;

/// <summary>The words of enums in files and status.</summary>
public static class Names
{
    /// <summary>place, fill, cancel.</summary>
    public static string Name(this DecisionStage stage) => stage switch { DecisionStage.Place => "place", DecisionStage.Fill => "fill", _ => "cancel" };

    /// <summary>portfolio_halted, strategy_daily_stop, drawdown: the gate that blocks while it lasts.</summary>
    public static string Name(this HaltKind kind) => kind switch
    {
        HaltKind.Portfolio => "portfolio_halted",
        HaltKind.Strategy => "strategy_daily_stop",
        _ => "drawdown",
    };

    /// <summary>long, short.</summary>
    public static string Name(this Side side) => side == Side.Long ? "long" : "short";

    /// <summary>market, stop, limit.</summary>
    public static string Name(this EntryType type) => type switch { EntryType.Market => "market", EntryType.Stop => "stop", _ => "limit" };
}
