using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>Stage of a decision.</summary>
public enum DecisionStage
{
    /// <summary>The order was placed.</summary>
    Place,

    /// <summary>It would fill.</summary>
    Fill,

    /// <summary>It was cancelled.</summary>
    Cancel,
}

/// <summary>Result of a decision: accepted, filled, the refusing gate (in the order of the gates), or why it was cancelled.</summary>
public enum DecisionResult
{
    /// <summary>Passed the gates at placing.</summary>
    Accepted,

    /// <summary>Filled.</summary>
    Filled,

    /// <summary>Before the run's start.</summary>
    Warmup,

    /// <summary>Out of session; also a reason of cancelling.</summary>
    Session,

    /// <summary>The price is old: backfilled bar, or a symbol without fresh data.</summary>
    Stale,

    /// <summary>Portfolio halt.</summary>
    PortfolioHalted,

    /// <summary>Drawdown guard.</summary>
    Drawdown,

    /// <summary>The strategy's daily stop.</summary>
    StrategyDailyStop,

    /// <summary>The strategy's entries of the day.</summary>
    StrategyDailyTrades,

    /// <summary>Too soon after a loss.</summary>
    Cooldown,

    /// <summary>The slot has a position.</summary>
    PositionOpen,

    /// <summary>Positions on the symbol.</summary>
    MaxSymbolPositions,

    /// <summary>Positions in the portfolio.</summary>
    MaxOpenPositions,

    /// <summary>Spread too wide.</summary>
    Spread,

    /// <summary>Stop loss missing, on the wrong side, or too near.</summary>
    RiskDistance,

    /// <summary>Size rounds to zero, or no conversion price yet.</summary>
    Size,

    /// <summary>Cancelled at its expiry.</summary>
    Expired,

    /// <summary>Cancelled by a new accepted entry.</summary>
    Replaced,

    /// <summary>Cancelled by a portfolio halt.</summary>
    Halt,

    /// <summary>Cancelled by the strategy.</summary>
    Strategy,

    /// <summary>Cancelled at the end of the run.</summary>
    End,
}

/// <summary>Why a position was closed.</summary>
public enum ExitReason
{
    /// <summary>Stop loss.</summary>
    StopLoss,

    /// <summary>Target.</summary>
    Target,

    /// <summary>Time stop or end of session.</summary>
    Time,

    /// <summary>The strategy asked.</summary>
    Exit,

    /// <summary>Portfolio halt.</summary>
    Halt,

    /// <summary>End of the run.</summary>
    End,
}

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

/// <summary>The words of enums in files and status.</summary>
public static class Names
{
    private static readonly string[] Results =
    [
        "accepted", "filled", "warmup", "session", "stale", "portfolio_halted", "drawdown", "strategy_daily_stop", "strategy_daily_trades", "cooldown",
        "position_open", "max_symbol_positions", "max_open_positions", "spread", "risk_distance", "size", "expired", "replaced", "halt", "strategy", "end",
    ];

    private static readonly string[] Reasons = ["SL", "TP", "TIME", "EXIT", "HALT", "END"];

    /// <summary>accepted, filled, a gate or a reason of cancelling, in snake_case.</summary>
    public static string Name(this DecisionResult result) => Results[(int)result];

    /// <summary>place, fill, cancel.</summary>
    public static string Name(this DecisionStage stage) => stage switch { DecisionStage.Place => "place", DecisionStage.Fill => "fill", _ => "cancel" };

    /// <summary>SL, TP, TIME, EXIT, HALT, END.</summary>
    public static string Name(this ExitReason reason) => Reasons[(int)reason];

    /// <summary>portfolio_halted, strategy_daily_stop, drawdown: the gate that refuses while it lasts.</summary>
    public static string Name(this HaltKind kind) => kind switch
    {
        HaltKind.Portfolio => DecisionResult.PortfolioHalted.Name(),
        HaltKind.Strategy => DecisionResult.StrategyDailyStop.Name(),
        _ => DecisionResult.Drawdown.Name(),
    };

    /// <summary>long, short.</summary>
    public static string Name(this Side side) => side == Side.Long ? "long" : "short";

    /// <summary>market, stop, limit.</summary>
    public static string Name(this EntryType type) => type switch { EntryType.Market => "market", EntryType.Stop => "stop", _ => "limit" };
}
