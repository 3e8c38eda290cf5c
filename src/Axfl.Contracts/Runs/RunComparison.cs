namespace Axfl.Contracts;

/// <summary>What Compare-AxflRun and <c>axfl compare</c> ask for.</summary>
/// <param name="Left">A run directory, absolute.</param>
/// <param name="Right">Another; null: the left run's bars are compared with a source's.</param>
public sealed record CompareRequest(string Left, string? Right)
{
    /// <summary>With no right run: csv, simulated, twelvedata, oanda, finnhub or dukascopy; null: auto.</summary>
    public string? Source { get; init; }

    /// <summary>With no right run: files or folders for csv, absolute.</summary>
    public IReadOnlyList<string> DataPath { get; init; } = [];

    /// <summary>With no right run: address of the history server; null: the provider's own.</summary>
    public string? HistoryEndpoint { get; init; }

    /// <summary>Assemblies with strategies of the user's own.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session (Add-Type, script blocks).</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];
}

/// <summary>Two runs lined up.</summary>
public sealed record RunComparison
{
    /// <summary>Left run id.</summary>
    public required string Left { get; init; }

    /// <summary>Right run id, or the source.</summary>
    public required string Right { get; init; }

    /// <summary>Whether nothing that matters differs: the same ledger, or the same bars.</summary>
    public required bool Equal { get; init; }

    /// <summary>Cause of the first difference: <c>none</c>, <c>data</c>, <c>configuration</c>, <c>version</c>, <c>fill policy</c> or <c>engine</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>The first difference in words; null: none.</summary>
    public string? First { get; init; }

    /// <summary>Event time of the first difference, UTC; null: none, or it has no time.</summary>
    public DateTime? Time { get; init; }

    /// <summary>What was looked at, in the order of causes: each with its first difference.</summary>
    public IReadOnlyList<RunDifference> Differences { get; init; } = [];
}

/// <summary>One thing looked at in both runs.</summary>
/// <param name="What"><c>configuration</c>, <c>version</c>, <c>bars</c>, <c>decisions</c>, <c>trades</c>.</param>
/// <param name="Compared">How many were compared.</param>
/// <param name="Different">How many differ.</param>
/// <param name="Where">Where the first difference is: a key, a time and symbol, a trade id; empty: nowhere.</param>
/// <param name="Left">Left text of the first difference.</param>
/// <param name="Right">Right text of the first difference.</param>
public sealed record RunDifference(string What, long Compared, long Different, string Where, string Left, string Right);
