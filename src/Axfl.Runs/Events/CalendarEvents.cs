using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>A position was closed late, or an entry was taken without a calendar: something the news or blackouts of a plan could not see to.</summary>
/// <param name="Warning">What happened.</param>
/// <param name="Level">Warning; of a replay's later ones verbose.</param>
public sealed record GuardWarned(string Warning, NoticeLevel Level) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level { get; } = Level;

    /// <inheritdoc/>
    public override string Message => Warning;
}

/// <summary>The files of the news calendar have changed; their events are in force.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Count">How many events they have.</param>
/// <param name="Lack">What they lack that a plan needs now, and what follows; null: nothing.</param>
public sealed record CalendarChanged(long Time, int Count, string? Lack) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => Lack is null ? NoticeLevel.Information : NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} The news calendar has changed: {Counted.Of(Count, "event")} in force.{(Lack is null ? "" : $" {Lack} Bring the files up to date; the change is taken while the run goes on.")}";
}

/// <summary>The files of the news calendar have changed and cannot be read; the events in force stay so.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Reason">Why.</param>
public sealed record CalendarNotRead(long Time, string Reason) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} The news calendar has changed and cannot be read: {Reason} The events in force until now stay in force.";
}
