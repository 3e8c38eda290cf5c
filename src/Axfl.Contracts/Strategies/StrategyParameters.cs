namespace Axfl.Contracts;

/// <summary>What is wrong with a parameter beside the others.</summary>
/// <param name="Parameter">Its name, snake_case.</param>
/// <param name="Message">What is wrong and how to write it.</param>
public sealed record ParameterProblem(string Parameter, string Message);

/// <summary>The parameters every strategy has. Derive a record from it for a strategy's own; a property's initial value is its default.</summary>
public abstract record StrategyParameters
{
    /// <summary>Zone of the strategy's reference hours and dates (not of the session windows).</summary>
    [StrategyParameter("IANA zone", Help = "Time zone of the reference hours and of the strategy's day.")]
    public string Timezone { get; init; } = "UTC";

    /// <summary>Target distance as a multiple of |order's price - stop loss|.</summary>
    [StrategyParameter("R", Min = 0.01, Max = 100, Help = "Target at this multiple of the distance from the order's price to its stop loss.")]
    public double TargetR { get; init; } = 1.0;

    /// <summary>Minutes after which the engine closes a position at the next open; null: never.</summary>
    [StrategyParameter("minutes", Min = 1, Max = 100_000, Help = "Close a position that has been open this long; null: no time exit.")]
    public int? TimeStopMinutes { get; init; } = 120;

    /// <summary>What is wrong with these values together; a plan with any problem is refused. Default: nothing.</summary>
    /// <param name="interval">The run's interval.</param>
    public virtual IEnumerable<ParameterProblem> Problems(Interval interval) => [];
}
