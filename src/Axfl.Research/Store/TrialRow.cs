using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>What came of one trial, whichever sweep asked for it.</summary>
internal sealed record TrialRow
{
    /// <summary>State of a trial that ran to its end.</summary>
    public const string Done = "done";

    /// <summary>State of a trial that did not.</summary>
    public const string Failed = "failed";

    /// <summary>Error of a trial that took too long: it is run again when it is next asked for.</summary>
    public const string Timeout = "timeout";

    /// <summary>Error of a trial whose chunk could not be run by any worker: the same.</summary>
    public const string ChunkFailed = "chunk failed";

    /// <summary>Trial key: lower-case hex SHA-256.</summary>
    public required string Key { get; init; }

    /// <summary>Dataset key.</summary>
    public required string Dataset { get; init; }

    /// <summary>Plan hash.</summary>
    public required string PlanHash { get; init; }

    /// <summary><see cref="Done"/> or <see cref="Failed"/>.</summary>
    public string State { get; init; } = Done;

    /// <summary>Why it failed; null: it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Its metrics; null: it failed.</summary>
    public TrialMetrics? Metrics { get; init; }

    /// <summary>Lower-case hex SHA-256 of its ledger; null: it failed.</summary>
    public string? LedgerHash { get; init; }

    /// <summary>Wall clock it took, milliseconds.</summary>
    public double WallMs { get; init; }

    /// <summary>Version of Axfl and of its time zone data.</summary>
    public required string Version { get; init; }

    /// <summary>Machine and process that ran it.</summary>
    public required string Worker { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public required DateTime DoneAt { get; init; }

    /// <summary>Trading days on which trades exit, ascending (days since 1970-01-01); null: not kept.</summary>
    public int[]? Days { get; init; }

    /// <summary>R of each of these.</summary>
    public double[]? R { get; init; }

    /// <summary>Its trades.csv, gzip; null: not kept.</summary>
    public byte[]? TradesCsv { get; init; }

    /// <summary>Whether it failed by no fault of its own: it took too long, or its chunk failed. Such a row is no result.</summary>
    public bool IsNoResult => State == Failed && Error is { } error && (error.StartsWith(Timeout, StringComparison.Ordinal) || error.StartsWith(ChunkFailed, StringComparison.Ordinal));
}
