namespace Axfl.Engine.Plan;

/// <summary>Limits of the portfolio; null switches one off.</summary>
public sealed record RiskPlan
{
    /// <summary>Portfolio halt, R, negative.</summary>
    public double? GlobalDailyStopR { get; init; } = -5;

    /// <summary>Halt of one strategy, R, negative.</summary>
    public double? PerStrategyDailyStopR { get; init; } = -2;

    /// <summary>Entries of one strategy a day.</summary>
    public int? PerStrategyDailyTrades { get; init; } = 3;

    /// <summary>Positions open in the portfolio.</summary>
    public int? MaxOpenPositions { get; init; } = 2;

    /// <summary>Positions open on one symbol.</summary>
    public int? MaxSymbolPositions { get; init; } = 1;

    /// <summary>Widest spread for an entry, pips.</summary>
    public double? MaxSpreadPips { get; init; }

    /// <summary>Least distance of the stop loss, pips.</summary>
    public double MinStopPips { get; init; } = 1;

    /// <summary>Minutes without entries of a slot after a loss.</summary>
    public int CooldownMinutes { get; init; }

    /// <summary>Whether open R counts for the portfolio halt.</summary>
    public bool HaltCountsOpen { get; init; }

    /// <summary>Whether a portfolio halt closes every position.</summary>
    public bool FlattenOnHalt { get; init; }

    /// <summary>Drawdown guard; null: none.</summary>
    public DrawdownPlan? Drawdown { get; init; }
}
