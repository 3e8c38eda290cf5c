using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>What the run says can be shown nowhere any more; it goes on.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Reason">Why.</param>
public sealed record ConsoleGone(long Time, string Reason) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} {Reason}: the run goes on, and its files have everything.";
}

/// <summary>Statuses were not read in time and are left out of the events; the run's log has them.</summary>
/// <param name="Count">How many.</param>
internal sealed record StatusesDropped(int Count) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        $"{Counted.Of(Count, "status", "statuses")} {(Count == 1 ? "was" : "were")} not read in time and {(Count == 1 ? "is" : "are")} left out here; the run's log has {(Count == 1 ? "it" : "them")}.";
}
