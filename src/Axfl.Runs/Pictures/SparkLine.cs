namespace Axfl.Runs.Pictures;

/// <summary>A curve of a few rows, the lowest value at the bottom, the highest at the top.</summary>
internal static class SparkLine
{
    /// <summary>Draws it.</summary>
    /// <param name="values">One a column.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="glyphs">Characters.</param>
    /// <returns>Rows from the top.</returns>
    public static IReadOnlyList<string> Draw(IReadOnlyList<double> values, int height, Glyphs glyphs)
    {
        var (low, high) = (values.Min(), values.Max());
        var steps = height * glyphs.Levels.Length;
        var rows = new char[height][];
        for (var row = 0; row < height; row++) rows[row] = new char[values.Count];
        for (var column = 0; column < values.Count; column++)
        {
            // Of a curve that does not move the lowest step, so that it is seen to be one.
            var level = high - low < 1e-9 ? 1 : 1 + (int)Math.Round((values[column] - low) / (high - low) * (steps - 1));
            for (var row = 0; row < height; row++)
            {
                var inRow = level - (height - 1 - row) * glyphs.Levels.Length;
                rows[row][column] = inRow <= 0 ? ' ' : glyphs.Levels[Math.Min(inRow, glyphs.Levels.Length) - 1];
            }
        }

        return [.. rows.Select(r => new string(r))];
    }
}
