using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Bars;

/// <summary>Where a replay's bars come from.</summary>
public interface IBarSource
{
    /// <summary>csv or simulated.</summary>
    string Name { get; }

    /// <summary>What was read, as what; for people.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>How much has been read, 0 to 1.</summary>
    double Progress { get; }

    /// <summary>Open time (unix ms) of a symbol's first bar at hand; null without bars.</summary>
    long? FirstTime(int symbol);

    /// <summary>Bars of a symbol (index in the request) with from &lt;= open time &lt; until, unix ms.</summary>
    IBarReader Open(int symbol, long from, long until);
}

/// <summary>Bars of one symbol: valid, ascending, of the run's interval.</summary>
public interface IBarReader : IDisposable
{
    /// <summary>Bars a block has at the most.</summary>
    const int BlockBars = 4096;

    /// <summary>Counts up to the last bar that was read.</summary>
    DataCounts Counts { get; }

    /// <summary>The first rejected lines, with file and line; to be asked for when the reader has come to its end.</summary>
    IReadOnlyList<RejectedLine> RejectedLines => [];

    /// <summary>The largest gaps; to be asked for when the reader has come to its end.</summary>
    IReadOnlyList<DataGap> LargestGaps => [];

    /// <summary>The first bars that are traded as given although their range or jump is hard to believe; to be asked for at the end.</summary>
    IReadOnlyList<RejectedLine> SuspectLines => [];

    /// <summary>What a careful person would look at in the files, such as a wrong clock; to be asked for at the end.</summary>
    IReadOnlyList<string> Warnings => [];

    /// <summary>Fills a buffer of <see cref="BlockBars"/> from its start; ends early after a bar at which a gap, a duplicate or a rejected line was counted: these counts are exact at every bar, the others at the end of a block.</summary>
    /// <returns>How many; 0 at the end.</returns>
    int Read(Span<StepBar> buffer);

    /// <summary>The same into a block of <see cref="BlockBars"/> of the caller's, which the reader may keep and give another for: nothing is copied then.</summary>
    /// <param name="block">The block; afterwards the one with the bars.</param>
    /// <returns>How many; 0 at the end.</returns>
    int Read(ref StepBar[] block) => Read(block.AsSpan());
}

/// <summary>What a source is asked for.</summary>
/// <param name="Symbols">Symbols in plan order.</param>
/// <param name="Interval">The run's interval.</param>
/// <param name="DataDir">Folder of csv files, absolute.</param>
/// <param name="DataPath">Folders, files or SYMBOL=path that replace it; may be empty.</param>
/// <param name="Timezone">Zone of times that have none; null: the dialect's own.</param>
/// <param name="NeedInner">Whether bars of a lower interval are wanted inside each bar (drill).</param>
/// <param name="From">Start of the period, unix ms, long.MinValue when open.</param>
/// <param name="Until">End of the period, unix ms, long.MaxValue when open.</param>
public sealed record SourceRequest(
    IReadOnlyList<Instrument> Symbols, Interval Interval, string DataDir, IReadOnlyList<string> DataPath, string? Timezone, bool NeedInner, long From,
    long Until)
{
    /// <summary>Whether the user said where the bars are: then there are bars, or it is an error.</summary>
    public bool IsPlaceGiven { get; init; }

    /// <summary>Names of the columns, where they are stated.</summary>
    public string? Columns { get; init; }

    /// <summary>Form of the times, where it is stated.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Whether a file of which much is rejected is read all the same.</summary>
    public bool AllowRejected { get; init; }

    /// <summary>ATR14 a price may move before it is hard to believe.</summary>
    public double MaxTickAtr { get; init; } = PriceLimits.Atr;

    /// <summary>Spread of each symbol, pips; null: those of the instruments.</summary>
    public IReadOnlyList<double>? Spreads { get; init; }
}
