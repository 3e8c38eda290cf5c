using Axfl.Contracts;

namespace Axfl.Runs.Health;

/// <summary>One check. It only looks: nothing is written, locked, or asked of a broker, and nothing is sent to anybody unless that was asked for.</summary>
/// <param name="name">Name of its rows, for some followed by what each is about.</param>
/// <param name="limit">How long it may take.</param>
internal abstract class HealthCheck(string name, TimeSpan limit)
{
    /// <summary>Name of its rows.</summary>
    public string Name { get; } = name;

    /// <summary>How long it may take; longer is a row that failed.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>Whether there is nothing to look at without a plan.</summary>
    public virtual bool NeedsPlan => true;

    /// <summary>What to do where an error does not say so.</summary>
    public abstract string Advice { get; }

    /// <summary>Looks.</summary>
    /// <returns>At least one row.</returns>
    /// <exception cref="Exception">Any: it is made a row that failed, with its message as the cause.</exception>
    public abstract Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken);

    /// <summary>The rows where it needs a plan and there is none.</summary>
    /// <param name="why">What is wrong with the plan.</param>
    public virtual IReadOnlyList<HealthResult> WithoutPlan(Exception why) =>
        [Warning("not looked at: the plan cannot be used", "Put the row 'sessions' right first, and run the checks again.")];

    /// <summary>A row of what is as it should be.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="about">What the row is about; null: the whole check.</param>
    public HealthResult Ok(string seen, string? about = null) => Row(HealthStates.Ok, seen, null, about);

    /// <summary>A row of what somebody should know.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="about">What the row is about; null: the whole check.</param>
    public HealthResult Warning(string seen, string remedy, string? about = null) => Row(HealthStates.Warning, seen, remedy, about);

    /// <summary>A row of what must be put right.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="about">What the row is about; null: the whole check.</param>
    public HealthResult Failed(string seen, string remedy, string? about = null) => Row(HealthStates.Failed, seen, remedy, about);

    /// <summary>The row of an error.</summary>
    public HealthResult Failed(Exception error) => error is AxflException known
        ? Failed(known.Message, known.RecommendedAction ?? Advice)
        : Failed($"unexpected {error.GetType().Name}: {error.Message}", Advice);

    private HealthResult Row(string state, string seen, string? remedy, string? about) => new(about is null ? Name : $"{Name} {about}", state, seen, remedy);
}
