using System.Globalization;

namespace Axfl.Dashboard.Follow;

/// <summary>How far the files of a run have been read, bytes: the id of an event, by which a page that returns says what it has seen.</summary>
/// <param name="Trades">In trades.csv.</param>
/// <param name="Decisions">In decisions.jsonl.</param>
/// <param name="Segment">Number of the journal's segment; 0: an older run's one file, or no journal.</param>
/// <param name="Journal">In that segment.</param>
internal readonly record struct RunPosition(long Trades, long Decisions, int Segment, long Journal)
{
    /// <summary>Reads an id.</summary>
    /// <returns>Null: it is none.</returns>
    public static RunPosition? Parse(string? text)
    {
        var parts = (text ?? "").Split('-');
        var numbers = new long[4];
        if (parts.Length != numbers.Length) return null;
        for (var i = 0; i < parts.Length; i++)
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return numbers[2] <= int.MaxValue ? new RunPosition(numbers[0], numbers[1], (int)numbers[2], numbers[3]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Trades}-{Decisions}-{Segment}-{Journal}");
}
