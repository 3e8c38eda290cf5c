namespace Axfl.Research.Store;

/// <summary>The bars that trials run on.</summary>
/// <param name="Key">Dataset key: lower-case hex SHA-256.</param>
/// <param name="Symbols">Symbols in plan order.</param>
/// <param name="Interval">Length of a bar.</param>
/// <param name="Since">First traded time, inclusive, UTC.</param>
/// <param name="Until">End, exclusive, UTC.</param>
/// <param name="Bars">Number of bars, those of the warm-up included.</param>
/// <param name="Sources">Where the bars were read from.</param>
/// <param name="Days">Trading days with at least one traded bar, ascending (days since 1970-01-01): the days of all statistics.</param>
/// <param name="MadeAt">When it was first used, UTC.</param>
internal sealed record DatasetRow(
    string Key, IReadOnlyList<string> Symbols, string Interval, DateTime Since, DateTime Until, long Bars, IReadOnlyList<string> Sources, IReadOnlyList<int> Days, DateTime MadeAt)
{
    /// <summary>A byte a bar, to find the first that differs when the data change; empty: not kept.</summary>
    public byte[] Fingerprint { get; init; } = [];

    /// <summary>Whether it shares a symbol and a day with another: then what was tried on one was tried on the other.</summary>
    public bool Overlaps(DatasetRow other) =>
        Since.Date <= LastDay(other) && other.Since.Date <= LastDay(this) && Symbols.Intersect(other.Symbols, StringComparer.OrdinalIgnoreCase).Any();

    private static DateTime LastDay(DatasetRow row) => row.Until.AddTicks(-1).Date;
}
