using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>A symbol with a position has no bars while others have them: nothing watches its stop loss and target.</summary>
/// <param name="Time">When that was found, event time, unix ms.</param>
/// <param name="Symbol">Symbol.</param>
/// <param name="Last">Open time of its last bar, unix ms.</param>
public sealed record PositionUnwatched(long Time, string Symbol, long Last) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} {Description}";

    /// <summary>As the status says it.</summary>
    public string Description => $"{Symbol} has a position and no bars since {At(Last)} while others have them.";
}

/// <summary>The bars of a symbol do not cover the period of a replay as they should: its summary has the message among its warnings.</summary>
/// <param name="Symbol">Symbol.</param>
internal abstract record CoverageWarning(string Symbol) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;
}

/// <summary>A symbol has no bars in the period.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="From">Start of the period, unix ms.</param>
/// <param name="Until">Its end, exclusive, unix ms.</param>
internal sealed record BarsAbsent(string Symbol, long From, long Until) : CoverageWarning(Symbol)
{
    /// <inheritdoc/>
    public override string Message => $"{Symbol} has no bars in the period {At(From)} to {At(Until)}: it was not traded.";
}

/// <summary>The bars of a symbol begin after the period does.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="First">Open time of the first, unix ms.</param>
/// <param name="From">Start of the period, unix ms.</param>
/// <param name="Until">Its end, exclusive, unix ms.</param>
internal sealed record BarsBeginLate(string Symbol, long First, long From, long Until) : CoverageWarning(Symbol)
{
    /// <inheritdoc/>
    public override string Message => $"{Symbol} begins late: its first bar is of {At(First)}, the period {At(From)} to {At(Until)}.";
}

/// <summary>The bars of a symbol end before the period does.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Last">Open time of the last, unix ms.</param>
/// <param name="From">Start of the period, unix ms.</param>
/// <param name="Until">Its end, exclusive, unix ms.</param>
internal sealed record BarsEndEarly(string Symbol, long Last, long From, long Until) : CoverageWarning(Symbol)
{
    /// <inheritdoc/>
    public override string Message => $"{Symbol} ends early: its last bar is of {At(Last)}, the period {At(From)} to {At(Until)}.";
}

/// <summary>Many bars of a symbol lie outside trading hours: a time zone may be wrong.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Outside">How many.</param>
/// <param name="Bars">Of how many.</param>
internal sealed record BarsOutsideHours(string Symbol, long Outside, long Bars) : CoverageWarning(Symbol)
{
    /// <inheritdoc/>
    public override string Message => Text(
        $"{Symbol}: {Outside} of {Bars} bars ({100.0 * Outside / Bars:0.#} %) lie outside trading hours (Sunday 17:00 to Friday 17:00 New York): is the time zone right?");
}

/// <summary>A position was closed at the last close of its symbol, whose bars end before the others'.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Time">Time of the exit, unix ms.</param>
internal sealed record PositionClosedEarly(string Symbol, long Time) : CoverageWarning(Symbol)
{
    /// <inheritdoc/>
    public override string Message => $"{Symbol}: its bars end before the others'; its position was closed at its last close (END, {At(Time)}).";
}

/// <summary>What a user should know of the files of a symbol when they have been read.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Description">A line and what about it.</param>
internal sealed record FileWarned(string Symbol, string Description) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Description;
}
