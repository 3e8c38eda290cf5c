namespace Axfl.Engine.Plan;

/// <summary>Limits of the portfolio; null switches one off.</summary>
public sealed record RiskPlan
{
    /// <summary>Portfolio halt, R, negative.</summary>
    public double? GlobalDailyStopR { get; init; } = -5;

    /// <summary>Gain of a day at which the portfolio stops, R, positive.</summary>
    public double? GlobalDailyTargetR { get; init; }

    /// <summary>Halt of one strategy, R, negative.</summary>
    public double? PerStrategyDailyStopR { get; init; } = -2;

    /// <summary>Entries of one strategy a day.</summary>
    public int? PerStrategyDailyTrades { get; init; } = 3;

    /// <summary>Positions open in the portfolio.</summary>
    public int? MaxOpenPositions { get; init; } = 2;

    /// <summary>Positions open on one symbol.</summary>
    public int? MaxSymbolPositions { get; init; } = 1;

    /// <summary>Net positions on one currency, either way.</summary>
    public int? MaxCurrencyNet { get; init; }

    /// <summary>Widest spread for an entry, pips.</summary>
    public double? MaxSpreadPips { get; init; }

    /// <summary>Least distance of the stop loss, pips.</summary>
    public double MinStopPips { get; init; } = 1;

    /// <summary>Minutes without entries of a slot after a loss.</summary>
    public int CooldownMinutes { get; init; }

    /// <summary>Pause after losses in a row; null: none.</summary>
    public LossStreakPlan? LossStreak { get; init; }

    /// <summary>Whether open R counts for the portfolio halt and for the target of the day.</summary>
    public bool HaltCountsOpen { get; init; }

    /// <summary>Whether a portfolio halt, or the target of the day, closes every position.</summary>
    public bool FlattenOnHalt { get; init; }

    /// <summary>Drawdown guard; null: none.</summary>
    public DrawdownPlan? Drawdown { get; init; }

    /// <summary>Factors on the risk of a trade.</summary>
    public WeightPlan Weights { get; init; } = new();

    /// <summary>Risk shared out by how much symbols move; null: it is not.</summary>
    public RiskParityPlan? RiskParity { get; init; }
}
