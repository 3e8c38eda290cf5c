namespace Axfl.Contracts;

/// <summary>A sweep of a store and how far it is.</summary>
public sealed record SweepInfo
{
    /// <summary>Name of the sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary>Trials it has.</summary>
    public int Trials { get; init; }

    /// <summary>Trials done.</summary>
    public int Done { get; init; }

    /// <summary>Trials failed.</summary>
    public int Failed { get; init; }

    /// <summary>Trials not run yet.</summary>
    public int Left { get; init; }

    /// <summary>Trials a second between the first and the last of its rows; null below two.</summary>
    public double? Rate { get; init; }

    /// <summary>Distinct plans ever tried in the store on bars that share a symbol and a day with these.</summary>
    public int TriedEver { get; init; }

    /// <summary>Symbols in plan order.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Length of a bar.</summary>
    public string Interval { get; init; } = "";

    /// <summary>First traded time, inclusive, UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>End, exclusive, UTC.</summary>
    public DateTime Until { get; init; }

    /// <summary>Key of the bars.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>When it was begun, UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>When its holdout was opened, UTC; null: it was not.</summary>
    public DateTime? HoldoutOpenedAt { get; init; }

    /// <summary>For how many trials it was opened.</summary>
    public int HoldoutTrials { get; init; }

    /// <summary>Second results in the store that differed from the first: none may be trusted until they are explained.</summary>
    public int Alarms { get; init; }
}

/// <summary>What went with a removed sweep.</summary>
/// <param name="Sweep">Its name.</param>
/// <param name="Trials">Trials it had.</param>
/// <param name="Rows">Results removed; those of other sweeps stay. What was tried stays counted.</param>
public sealed record SweepRemoval(string Sweep, int Trials, int Rows);

/// <summary>Which trials of a sweep are meant.</summary>
public sealed record SweepTrialFilter
{
    /// <summary>Only these numbers; empty: all.</summary>
    public IReadOnlyList<int> Trials { get; init; } = [];

    /// <summary>Only so many, the best by <see cref="By"/> first; null: all, by number.</summary>
    public int? Best { get; init; }

    /// <summary>Metric to order by, the best first; null: the sweep's objective where <see cref="Best"/> is given, else the number.</summary>
    public string? By { get; init; }
}
