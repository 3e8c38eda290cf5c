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
