namespace Axfl.Contracts;

/// <summary>What a worker has: data, strategies, time.</summary>
public sealed record ChunkWorkerRequest
{
    /// <summary>Where the sweep is.</summary>
    public SweepStoreRequest Store { get; init; } = new();

    /// <summary>Directory against which relative defaults are resolved.</summary>
    public string WorkingDirectory { get; init; } = ".";

    /// <summary>Bars instead of those of the sweep: folders, files, or <c>SYMBOL=path</c>, absolute. They must be the same bars.</summary>
    public IReadOnlyList<string> DataPath { get; init; } = [];

    /// <summary>Whether bars are read from the store, where <see cref="SweepRequest.ShareData"/> has put them.</summary>
    public bool DataFromStore { get; init; }

    /// <summary>Trials at the same time, at least 1; 0: as many as cores.</summary>
    public int Throttle { get; init; }

    /// <summary>The longest a trial may take; null: 100 times the median of those done, at least 30 s, once 20 are done.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>Assemblies with strategies of the user's own.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session (Add-Type, script blocks).</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];
}

/// <summary>Which chunk of a sweep is run.</summary>
public sealed record SweepChunkRequest
{
    /// <summary>What this machine has.</summary>
    public ChunkWorkerRequest Worker { get; init; } = new();

    /// <summary>Name of the sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>Number of the chunk in the sweep, from 1.</summary>
    public required int Chunk { get; init; }
}

/// <summary>What a worker is to do.</summary>
public sealed record SweepWorkerRequest
{
    /// <summary>What this machine has.</summary>
    public ChunkWorkerRequest Worker { get; init; } = new();

    /// <summary>Names of the sweeps it works for; empty: all of the store.</summary>
    public IReadOnlyList<string> Sweeps { get; init; } = [];

    /// <summary>Whether it ends when no chunk is left to do.</summary>
    public bool Drain { get; init; }
}

/// <summary>What came of a chunk.</summary>
public sealed record ChunkReport
{
    /// <summary>Name of its sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary>Store it is in: its path, or host and database.</summary>
    public string Store { get; init; } = "";

    /// <summary>Number of the chunk in the sweep, from 1; 0: not known.</summary>
    public int Chunk { get; init; }

    /// <summary>Chunks of the sweep; 0: not known.</summary>
    public int Chunks { get; init; }

    /// <summary>Number of its first trial.</summary>
    public int First { get; init; }

    /// <summary>Number of its last trial.</summary>
    public int Last { get; init; }

    /// <summary>Whether it was done already, so that nothing was run.</summary>
    public bool Skipped { get; init; }

    /// <summary>Who had done it, machine and process; null: this process, now.</summary>
    public string? Worker { get; init; }

    /// <summary>Trials done, those known before included.</summary>
    public int Done { get; init; }

    /// <summary>Trials that failed.</summary>
    public int Failed { get; init; }

    /// <summary>The first error; null: nothing failed.</summary>
    public string? Error { get; init; }

    /// <summary>Keys of trials, or of the chunk, whose second result was not the first.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Seconds of wall clock.</summary>
    public double WallSeconds { get; init; }
}

/// <summary>A worker, and what it has brought.</summary>
public sealed record SweepWorker
{
    /// <summary>Machine and process.</summary>
    public string Worker { get; init; } = "";

    /// <summary>Version of Axfl and of its time zone data; empty: it has brought nothing yet.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether it says that it is there now.</summary>
    public bool Alive { get; init; }

    /// <summary>When it was started, UTC; null: not known.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it last said that it is there, UTC; null: not known, or it is gone.</summary>
    public DateTime? SeenAt { get; init; }

    /// <summary>Sweeps it works for now.</summary>
    public IReadOnlyList<string> Sweeps { get; init; } = [];

    /// <summary>Rows of the store that it has brought.</summary>
    public int Rows { get; init; }
}
