using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>History was asked for the bars of a gap.</summary>
/// <param name="From">Start of the gap, unix ms, inclusive.</param>
/// <param name="Until">Its end so far, unix ms, exclusive.</param>
/// <param name="Source">Who was asked.</param>
/// <param name="Bars">Bars it gave.</param>
/// <param name="IsOpen">Whether prices are still missing.</param>
/// <param name="Failure">Why some could not be had; null: nothing failed.</param>
internal sealed record GapRepaired(long From, long Until, string Source, int Bars, bool IsOpen, string? Failure) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => Failure is not null || Bars == 0 ? NoticeLevel.Warning : NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => Failure is not null
        ? $"The gap from {At(From)} until {At(Until)} could not be filled completely from history: {Failure}."
        : Bars == 0
        ? $"The gap from {At(From)} until {At(Until)} is not filled: {Source} has no bars of it{(IsOpen ? " yet" : "")}, so positions were not managed in it."
        : $"The gap from {At(From)} until {At(Until)} was filled with {Counted.Of(Bars, "bar")} of {Source}: positions were managed, and no entries were taken.";
}

/// <summary>Bars that were not seen whole could not be completed from history in time.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="From">Open time of the first, unix ms.</param>
/// <param name="Until">End of the last, unix ms, exclusive.</param>
/// <param name="Why">Why not.</param>
internal sealed record BarsIncomplete(string Symbol, long From, long Until, string Why) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        $"{Symbol}: the bars from {At(From)} until {At(Until)} could not be completed from history ({Why}): the run goes on with what was seen.";
}

/// <summary>Bars of history cannot be traded on and are left out.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Count">How many.</param>
/// <param name="Source">Who gave them.</param>
/// <param name="First">Time of the first and what is wrong with it.</param>
internal sealed record HistoryBarsRejected(string Symbol, int Count, string Source, string First) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        $"{Symbol}: {Counted.Of(Count, "bar")} of history of {Source} cannot be traded on and {(Count == 1 ? "is" : "are")} left out, the first at {First}. Its prices are missing.";
}

/// <summary>Bars of history are hard to believe, and used as given.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Count">How many.</param>
/// <param name="Source">Who gave them.</param>
/// <param name="First">Time of the first and what is doubtful about it.</param>
internal sealed record HistoryBarsDoubtful(string Symbol, int Count, string Source, string First) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        $"{Symbol}: {Counted.Of(Count, "bar")} of history of {Source} may be wrong and {(Count == 1 ? "is" : "are")} used as given, the first at {First}. Check it elsewhere: stops, targets and slippage depend on it.";
}

/// <summary>Bars of history lie outside trading hours and are left out.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Count">How many.</param>
/// <param name="First">Open time of the first, unix ms.</param>
internal sealed record HistoryBarsOutsideHours(string Symbol, int Count, long First) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        $"{Symbol}: {Counted.Of(Count, "bar")} of history {(Count == 1 ? "lies" : "lie")} outside trading hours and {(Count == 1 ? "is" : "are")} left out, the first at {At(First)}.";
}
