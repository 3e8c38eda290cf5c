namespace Axfl.Contracts;

/// <summary>What Invoke-AxflSweep and <c>axfl sweep run</c> ask for. Paths are absolute.</summary>
public sealed record SweepRequest
{
    /// <summary>Sweep file; null: <see cref="Text"/>.</summary>
    public string? Path { get; init; }

    /// <summary>The sweep file's text, where there is no file; its paths are relative to <see cref="WorkingDirectory"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Where results go.</summary>
    public SweepStoreRequest Store { get; init; } = new();

    /// <summary>Directory against which relative defaults are resolved.</summary>
    public string WorkingDirectory { get; init; } = ".";

    /// <summary>Trials at the same time, at least 1; 0: as many as cores.</summary>
    public int Throttle { get; init; }

    /// <summary>The longest a trial may take; null: 100 times the median of those done, at least 30 s, once 20 are done.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>Keeps the trades of each trial that is among so many best when it ends; 0: as the sweep file says.</summary>
    public int KeepTrades { get; init; }

    /// <summary>Whether a sweep of that name takes another definition or other data: its trials stay, new ones follow.</summary>
    public bool Append { get; init; }

    /// <summary>
    /// Version of Axfl whose rows are taken over, once 1 % of them, at least 20, have been run again with equal ledgers; null: what another version made is run anew.
    /// </summary>
    public string? ReuseVersion { get; init; }

    /// <summary>Whether more than 100,000 trials are run.</summary>
    public bool Force { get; init; }

    /// <summary>Where trials run: <c>local</c> (threads of this process), <c>hangfire</c> (workers that share a queue) or <c>command</c> (chunks that something else runs).</summary>
    public string Pool { get; init; } = SweepPoolNames.Local;

    /// <summary>Expected time of a chunk, seconds, above 0; for pools that have chunks.</summary>
    public double ChunkSeconds { get; init; } = 30;

    /// <summary>Whether the bars are put into the store, for workers that have none.</summary>
    public bool ShareData { get; init; }

    /// <summary>Whether the holdout is opened, for <see cref="Trials"/>. It cannot be undone.</summary>
    public bool OpenHoldout { get; init; }

    /// <summary>Numbers of the trials meant; empty: all.</summary>
    public IReadOnlyList<int> Trials { get; init; } = [];

    /// <summary>Whether a bars file is read of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    public bool AllowRejected { get; init; }

    /// <summary>Assemblies with strategies of the user's own.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session (Add-Type, script blocks).</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];
}
