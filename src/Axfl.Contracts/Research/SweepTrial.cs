namespace Axfl.Contracts;

/// <summary>A trial of a sweep: its parameters and what came of it.</summary>
public sealed record SweepTrial : TrialMetrics
{
    /// <summary>Name of the sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary>Its number in the sweep.</summary>
    public int Trial { get; init; }

    /// <summary><c>done</c>, <c>failed</c>, or <c>left</c>: not run yet.</summary>
    public string State { get; init; } = "";

    /// <summary>Values of the axes by their keys, in the order of the sweep file: numbers, texts, booleans; a list or a table as JSON.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Lower-case hex SHA-256 of its ledger: that of the same plan as a replay; null of a trial that is not done.</summary>
    public string? LedgerHash { get; init; }

    /// <summary>Trial key: lower-case hex SHA-256 of bars, plan and code.</summary>
    public string Key { get; init; } = "";

    /// <summary>Wall clock it took, milliseconds.</summary>
    public double? WallMs { get; init; }

    /// <summary>Why it failed; null: it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Trading days with a traded bar; null but where the best trials were asked for.</summary>
    public int? Days { get; init; }

    /// <summary>Distinct plans ever tried in the store on bars that share a symbol and a day with these; null but where the best trials were asked for.</summary>
    public int? TriedEver { get; init; }

    /// <summary>
    /// Probability that its Sharpe ratio is above that of the best of <see cref="TriedEver"/> plans without skill, 0 to 1; null where it is not defined, and but where the best trials
    /// were asked for.
    /// </summary>
    public double? Deflated { get; init; }
}
