using Axfl.Contracts;

namespace Axfl.Runs.Alerts;

/// <summary>What processes before this one did in a run that is resumed, as its files tell it.</summary>
public sealed record RunPast
{
    /// <summary>Time of the newest input, unix ms: about when the last process ended.</summary>
    public required long Until { get; init; }

    /// <summary>Closed trades in order.</summary>
    public required IReadOnlyList<Trade> Trades { get; init; }

    /// <summary>Trading day of each, days since 1970-01-01.</summary>
    public required IReadOnlyList<int> TradeDays { get; init; }

    /// <summary>Open positions.</summary>
    public required IReadOnlyList<PositionStatus> Positions { get; init; }

    /// <summary>Decisions in order; read when asked for.</summary>
    public required IEnumerable<Decision> Decisions { get; init; }

    /// <summary>Halts in order.</summary>
    public required IReadOnlyList<PastHalt> Halts { get; init; }

    /// <summary>States of the feed in order, of the newest segments of the journal.</summary>
    public required IReadOnlyList<PastFeedState> Feed { get; init; }
}

/// <summary>A halt that began or ended.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Halt">Name, as in files: <c>portfolio_halted</c>.</param>
/// <param name="Strategy">Strategy id of a strategy's own; empty otherwise.</param>
/// <param name="Began">Whether it began (else ended).</param>
/// <param name="Value">R or equity.</param>
/// <param name="Limit">The limit.</param>
public sealed record PastHalt(long Time, string Halt, string Strategy, bool Began, double Value, double Limit);

/// <summary>A state of the feed.</summary>
/// <param name="Time">Since when, unix ms.</param>
/// <param name="State">State, as the status names it.</param>
/// <param name="Detail">Why.</param>
public sealed record PastFeedState(long Time, string State, string Detail);
