using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Bars;

namespace Axfl.Data.Check;

/// <summary>What a user should know of a symbol's files when they have been read: lines that were not traded on, bars that are hard to believe, a wrong clock.</summary>
public static class DataNotices
{
    private const int LinesNamed = 5;

    /// <summary>Warnings of one symbol.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="reader">Its reader, at its end.</param>
    /// <param name="wantsMeasured">Whether the plan wants measured spreads of files.</param>
    public static IEnumerable<string> Of(string symbol, IBarReader reader, bool wantsMeasured)
    {
        var counts = reader.Counts;
        if (wantsMeasured && counts.Measured < counts.Bars)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{symbol}: spread: measured, and {counts.Bars - counts.Measured} of {counts.Bars} bars have no bid and ask: the configured spread stands for what was not measured.");
        }

        foreach (var warning in reader.Warnings) yield return warning;
        foreach (var line in Named(reader.RejectedLines, "not traded on", counts.Rejected, $"lines of {symbol} are rejected")) yield return line;
        foreach (var line in Named(reader.SuspectLines, "traded as given", counts.Suspect, $"bars of {symbol} are hard to believe")) yield return line;
        if (counts.Crossed > 0) yield return $"{symbol}: {Counted.Of(counts.Crossed, "bar")} {(counts.Crossed == 1 ? "has" : "have")} the ask below the bid: the spread counts as 0.";
    }

    private static IEnumerable<string> Named(IReadOnlyList<RejectedLine> lines, string what, long count, string all)
    {
        foreach (var line in lines.Take(LinesNamed)) yield return $"{line.File}({line.Line}): {what}: {line.Reason}: {line.Text}";
        if (count > LinesNamed) yield return string.Create(CultureInfo.InvariantCulture, $"{count} {all}; the first {LinesNamed} are listed. Check the files with {Spelling.Command("Test-AxflData")}.");
    }
}
