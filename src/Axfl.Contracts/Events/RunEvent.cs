namespace Axfl.Contracts;

/// <summary>Something a run says.</summary>
public abstract record RunEvent;

/// <summary>A status.</summary>
/// <param name="Status">The status.</param>
/// <param name="IsFinal">Whether it is the last one.</param>
public sealed record StatusEvent(PortfolioStatus Status, bool IsFinal) : RunEvent
{
    /// <summary>The status as one line of UTF-8 JSON without line end: what the run's log has. Empty unless <see cref="RunRequest.StatusJson"/> asks for it.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }
}

/// <summary>How far a replay is; at most 5 a second.</summary>
/// <param name="Fraction">0 to 1.</param>
/// <param name="Bars">Bars so far.</param>
/// <param name="BarsPerSecond">Rate.</param>
/// <param name="Now">Event time, UTC.</param>
public sealed record ProgressEvent(double Fraction, long Bars, double BarsPerSecond, DateTime Now) : RunEvent;
