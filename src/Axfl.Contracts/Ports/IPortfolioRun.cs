namespace Axfl.Contracts;

/// <summary>A run under way. Its events are read from a bounded channel: a slow reader slows a replay and never loses an event.</summary>
public interface IPortfolioRun : IAsyncDisposable
{
    /// <summary>Run id.</summary>
    string RunId { get; }

    /// <summary>Run directory, absolute.</summary>
    string Directory { get; }

    /// <summary>Events in order: statuses, progress, notices. Completes when the run has ended and its files are closed.</summary>
    IAsyncEnumerable<RunEvent> Events { get; }

    /// <summary>The newest status; null before the first.</summary>
    PortfolioStatus? Status { get; }

    /// <summary>Ends with the summary, or faults with what stopped the run.</summary>
    Task<RunSummary> Completion { get; }

    /// <summary>
    /// Whoever shows the run's events cannot show them any more (a full disk behind standard output, a closed pipe). A replay fails with the error; a live
    /// run goes on, and says so in its journal and its summary.
    /// </summary>
    void ConsoleLost(AxflException error);

    /// <summary>Asks the run to end at the next event; its files are complete when <see cref="Completion"/> ends.</summary>
    void Stop();
}

/// <summary>Something a run says.</summary>
public abstract record RunEvent;

/// <summary>A status.</summary>
/// <param name="Status">The status.</param>
/// <param name="IsFinal">Whether it is the last one.</param>
public sealed record StatusEvent(PortfolioStatus Status, bool IsFinal) : RunEvent
{
    /// <summary>The status as one line of UTF-8 JSON without line end: what the run's log has.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }
}

/// <summary>How far a replay is; at most 5 a second.</summary>
/// <param name="Fraction">0 to 1.</param>
/// <param name="Bars">Bars so far.</param>
/// <param name="BarsPerSecond">Rate.</param>
/// <param name="Now">Event time, UTC.</param>
public sealed record ProgressEvent(double Fraction, long Bars, double BarsPerSecond, DateTime Now) : RunEvent;

/// <summary>User-facing messages.</summary>
/// <param name="Level">Verbose, information or warning.</param>
/// <param name="Message">One sentence.</param>
public sealed record NoticeEvent(NoticeLevel Level, string Message) : RunEvent;

/// <summary>How loud a notice is.</summary>
public enum NoticeLevel
{
    /// <summary>Detail, e.g. a gate's refusal.</summary>
    Verbose,

    /// <summary>Information, e.g. what was read.</summary>
    Information,

    /// <summary>Something to look at, e.g. a halt.</summary>
    Warning,
}
