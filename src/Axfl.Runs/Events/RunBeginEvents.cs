using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>Something about the plan that a user should look at.</summary>
/// <param name="Warning">File, line, key and what about it.</param>
internal sealed record PlanWarned(string Warning) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Warning;
}

/// <summary>Where the bars of a replay come from.</summary>
/// <param name="Note">What was chosen or read.</param>
/// <param name="IsWarning">Whether they are to be looked at: generated bars are no market.</param>
internal sealed record BarsChosen(string Note, bool IsWarning) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => IsWarning ? NoticeLevel.Warning : NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => Note;
}

/// <summary>A journal is replayed.</summary>
/// <param name="Run">The live run it is of.</param>
/// <param name="Feed">Where its prices came from.</param>
/// <param name="Began">When that run began, unix ms.</param>
internal sealed record JournalReplayed(string Run, string Feed, long Began) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => $"Journal of the live run {Run}: prices of {Feed}, started {At(Began)}.";
}

/// <summary>Where the prices of a live run come from.</summary>
/// <param name="Feed">Name of the feed.</param>
internal sealed record FeedChosen(string Feed) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => $"Prices come from {Feed}.";
}

/// <summary>Where the history of a live run comes from.</summary>
/// <param name="Reason">Which sources and why; or why there is none.</param>
/// <param name="HasHistory">Whether there is any.</param>
internal sealed record HistoryChosen(string Reason, bool HasHistory) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => HasHistory ? NoticeLevel.Information : NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Reason;
}

/// <summary>At which server a run goes on, where it is not a provider's own throughout.</summary>
/// <param name="Before">Where it was.</param>
/// <param name="Now">Where it goes on.</param>
/// <param name="IsFirst">Whether it was there from its beginning on.</param>
internal sealed record ServerResumed(string Before, string Now, bool IsFirst) : RunNotice
{
    private string Verb => IsFirst ? "began" : "was last";

    /// <inheritdoc/>
    public override NoticeLevel Level => Before == Now ? NoticeLevel.Information : NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Before == Now ? $"The run continues at {Before}, where it {Verb}." : $"The run {Verb} at {Before}, and continues at {Now}, as requested.";
}
