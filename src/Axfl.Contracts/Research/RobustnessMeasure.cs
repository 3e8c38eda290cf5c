namespace Axfl.Contracts;

/// <summary>What one number of a run would have been over many draws of one kind. Quantiles are values that were drawn (nearest rank).</summary>
public sealed record RobustnessMeasure
{
    /// <summary>Run id; empty: a plan was measured.</summary>
    public string Run { get; init; } = "";

    /// <summary>What was drawn, of <see cref="RobustnessKinds.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>total_r</c>, <c>max_drawdown_r</c> (both R) or <c>longest_losing_run</c> (trades).</summary>
    public required string Measure { get; init; }

    /// <summary>As the run was.</summary>
    public required double AsRun { get; init; }

    /// <summary>Mean of the draws; null where undefined.</summary>
    public double? Mean { get; init; }

    /// <summary>1 % quantile.</summary>
    public double? Q01 { get; init; }

    /// <summary>5 % quantile.</summary>
    public double? Q05 { get; init; }

    /// <summary>25 % quantile.</summary>
    public double? Q25 { get; init; }

    /// <summary>Median.</summary>
    public double? Q50 { get; init; }

    /// <summary>75 % quantile.</summary>
    public double? Q75 { get; init; }

    /// <summary>95 % quantile.</summary>
    public double? Q95 { get; init; }

    /// <summary>99 % quantile.</summary>
    public double? Q99 { get; init; }

    /// <summary>Why quantiles are undefined; empty where they are not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Draws.</summary>
    public required int Draws { get; init; }

    /// <summary>Seed of the draws.</summary>
    public required int Seed { get; init; }

    /// <summary>Trades of the run.</summary>
    public required int Trades { get; init; }

    /// <summary>Its trading days with a traded bar.</summary>
    public required int Days { get; init; }

    /// <summary>Its costs / sum of |PnL + costs|; null where undefined.</summary>
    public required double? CostShare { get; init; }

    /// <summary>
    /// The factor on all costs (spread, slippage, commission) at which total R is 0, to 1e-3; the same in every row of the kind <c>costs</c>. Null in other
    /// rows, where total R without costs is not above 0, or where it is above 0 at <see cref="RobustnessKinds.MaxCostFactor"/> times the costs.
    /// </summary>
    public double? BreakEvenCostFactor { get; init; }
}

/// <summary>The kinds of draws of <see cref="RobustnessMeasure"/>.</summary>
public static class RobustnessKinds
{
    /// <summary>Whole days in another order: total R cannot change, drawdown and losing runs can.</summary>
    public const string Order = "order";

    /// <summary>Days drawn by the stationary bootstrap.</summary>
    public const string Resample = "resample";

    /// <summary>The run again at other spreads and slippage, from half to double, by symbol.</summary>
    public const string Costs = "costs";

    /// <summary>The run again without about one entry in twenty.</summary>
    public const string Missed = "missed";

    /// <summary>The run again with each numeric parameter of its strategies moved a little.</summary>
    public const string Jitter = "jitter";

    /// <summary>Factor on the costs beyond which no break-even is looked for.</summary>
    public const double MaxCostFactor = 1024;

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [Order, Resample, Costs, Missed, Jitter];
}
