namespace Axfl.Contracts;

/// <summary>What Compare-AxflRun and <c>axfl compare</c> ask for.</summary>
/// <param name="Left">A run directory, absolute.</param>
/// <param name="Right">Another; null: the left run's bars are compared with a source's.</param>
public sealed record CompareRequest(string Left, string? Right)
{
    /// <summary>With no right run: csv, simulated, or the name of a provider; null: auto.</summary>
    public string? Source { get; init; }

    /// <summary>With no right run: files or folders for csv, absolute.</summary>
    public IReadOnlyList<string> DataPath { get; init; } = [];

    /// <summary>With no right run: address of the history server; null: the provider's own.</summary>
    public string? HistoryEndpoint { get; init; }

    /// <summary>Whether a key may be sent over plain <c>http</c> to another machine than this. Default false: refused (<c>FeedEndpointPlain</c>).</summary>
    public bool AllowPlain { get; init; }

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

    /// <summary>How much the bars differ, all together; null: they do not, or were not compared.</summary>
    public BarDifferences? Bars { get; init; }

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

/// <summary>How much the bars of two sides differ.</summary>
public sealed record BarDifferences
{
    /// <summary>Bars one side or both have.</summary>
    public required long Compared { get; init; }

    /// <summary>Bars both have, with other prices.</summary>
    public required long Differing { get; init; }

    /// <summary>Bars the left side lacks.</summary>
    public required long MissingLeft { get; init; }

    /// <summary>Bars the right side lacks.</summary>
    public required long MissingRight { get; init; }

    /// <summary>Largest distance of two prices of one bar, pips; 0: no bar that both have differs.</summary>
    public required double LargestPips { get; init; }

    /// <summary>Mean, over the bars that both have and that differ, of the largest distance within each, pips.</summary>
    public required double MeanPips { get; init; }

    /// <summary>How much later the right side has the left side's bars (negative: earlier); zero: they are not shifted by one amount.</summary>
    public required TimeSpan Shift { get; init; }

    /// <summary>In a sentence: <c>7 of 1440 bars have other prices, by up to 1.1 pips (mean 0.3); 2 bars are missing in csv</c>.</summary>
    /// <param name="left">What the left side is called.</param>
    /// <param name="right">What the right side is called.</param>
    public string Explain(string left, string right)
    {
        var parts = new List<string>();
        if (Shift != TimeSpan.Zero)
            parts.Add(FormattableString.Invariant($"the bars of {right} are {Math.Abs(Shift.TotalMinutes):0.##} min {(Shift > TimeSpan.Zero ? "later" : "earlier")} than those of {left}"));
        if (Differing > 0) parts.Add(FormattableString.Invariant($"{Differing} of {Compared} bars have other prices, by up to {LargestPips:0.0#} pips (mean {MeanPips:0.0#})"));
        if (MissingLeft > 0) parts.Add(FormattableString.Invariant($"{MissingLeft} of {Compared} bars are missing in {left}"));
        if (MissingRight > 0) parts.Add(FormattableString.Invariant($"{MissingRight} of {Compared} bars are missing in {right}"));
        return string.Join("; ", parts);
    }
}
