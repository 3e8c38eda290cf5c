using System.Globalization;

namespace Axfl.Dashboard.Follow;

/// <summary>How far the files of a run have been read, bytes: the id of an event, by which a page that returns says what it has seen.</summary>
/// <param name="Trades">In trades.csv.</param>
/// <param name="Decisions">In decisions.jsonl.</param>
/// <param name="Segment">Number of the journal's segment; 0: an older run's one file, or no journal.</param>
/// <param name="Journal">In that segment.</param>
/// <param name="Told">Events that were told of the line which begins there: a line of bars has one a symbol.</param>
/// <param name="Back">How far behind it prices were told, which wait for their turn: 0 or a part of <paramref name="Journal"/>.</param>
internal readonly record struct RunPosition(long Trades, long Decisions, int Segment, long Journal, int Told = 0, long Back = 0)
{
    /// <summary>Reads an id.</summary>
    /// <returns>Null: it is none.</returns>
    public static RunPosition? Parse(string? text)
    {
        var parts = (text ?? "").Split('-');
        var numbers = new long[6];
        if (parts.Length is < 4 or > 6) return null;
        for (var i = 0; i < parts.Length; i++)
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        if (numbers[2] > int.MaxValue || numbers[4] > int.MaxValue || numbers[5] > numbers[3] || (parts.Length > 4 && numbers[parts.Length - 1] == 0)) return null;
        return new RunPosition(numbers[0], numbers[1], (int)numbers[2], numbers[3], (int)numbers[4], numbers[5]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Trades}-{Decisions}-{Segment}-{Journal}{(Back > 0 ? $"-{Told}-{Back}" : Told > 0 ? $"-{Told}" : "")}");
}
