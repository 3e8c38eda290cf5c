namespace Axfl.Contracts;

/// <summary>What a bars file is and what is wrong with it.</summary>
public sealed record DataReport
{
    /// <summary>File read (entry of an archive after <c>!</c>).</summary>
    public required string Path { get; init; }

    /// <summary>Symbol guessed from the name, or null.</summary>
    public string? Symbol { get; init; }

    /// <summary>canonical, histdata, metatrader, dukascopy, twelvedata, bidask, date-columns, ...</summary>
    public required string Dialect { get; init; }

    /// <summary>Zone in which its times were read.</summary>
    public required string Timezone { get; init; }

    /// <summary>Bar length found (the most frequent step); <c>unknown</c> of fewer than two bars, and of rows in no order.</summary>
    public required string Interval { get; init; }

    /// <summary>Accepted bars.</summary>
    public required long Bars { get; init; }

    /// <summary>Open time of the first bar, UTC; null without bars.</summary>
    public DateTime? First { get; init; }

    /// <summary>Open time of the last bar, UTC; null without bars.</summary>
    public DateTime? Last { get; init; }

    /// <summary>Exact duplicates dropped.</summary>
    public long Duplicates { get; init; }

    /// <summary>Rejected lines.</summary>
    public long Rejected { get; init; }

    /// <summary>Bars with a crossed quote (ask below bid); their spread counts as 0.</summary>
    public long Crossed { get; init; }

    /// <summary>Bars inside the closed FX weekend.</summary>
    public long WeekendBars { get; init; }

    /// <summary>Gaps: places where bars are missing inside trading hours.</summary>
    public long Gaps { get; init; }

    /// <summary>Gaps by size.</summary>
    public IReadOnlyList<GapBucket> GapSizes { get; init; } = [];

    /// <summary>The largest gaps, the largest first; at most five.</summary>
    public IReadOnlyList<GapPlace> LargestGaps { get; init; } = [];

    /// <summary>The first rejected lines, at most 20.</summary>
    public IReadOnlyList<RejectedLine> RejectedLines { get; init; } = [];

    /// <summary>Why a run would refuse the file; null: it would not.</summary>
    public string? Refusal { get; init; }

    /// <summary>What a careful person would look at: wrong zone, mixed intervals, scaled prices.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Gaps of one size class.</summary>
/// <param name="MissingBars">E.g. <c>1</c>, <c>2-11</c>, <c>12-287</c>, <c>288+</c>.</param>
/// <param name="Count">How many gaps.</param>
public sealed record GapBucket(string MissingBars, int Count);

/// <summary>A gap: bars that are missing inside trading hours.</summary>
/// <param name="From">Open time of the first that is missing, UTC.</param>
/// <param name="Until">Open time of the bar behind them, UTC.</param>
/// <param name="MissingBars">How many are missing.</param>
public sealed record GapPlace(DateTime From, DateTime Until, long MissingBars);

/// <summary>One line that was not taken.</summary>
/// <param name="File">File.</param>
/// <param name="Line">1-based.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">The line, cut to 120 characters.</param>
public sealed record RejectedLine(string File, long Line, string Reason, string Text);
