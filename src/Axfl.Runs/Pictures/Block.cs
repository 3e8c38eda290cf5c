namespace Axfl.Runs.Pictures;

/// <summary>A part of a picture that can be drawn in more or less room.</summary>
internal abstract class Block
{
    /// <summary>Where there is no room for all, those of the lowest importance are left out.</summary>
    public abstract int Importance { get; }

    /// <summary>Rows it would like.</summary>
    public abstract int Wanted { get; }

    /// <summary>Rows with which it still says something.</summary>
    public abstract int Least { get; }

    /// <summary>Its name, for when it is left out.</summary>
    public abstract string Name { get; }

    /// <summary>Draws it.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows at most, not below <see cref="Least"/>.</param>
    public abstract IReadOnlyList<PictureLine> Draw(int width, int height);
}

/// <summary>A table with a title; what does not fit says how many more there are.</summary>
/// <param name="name">Name.</param>
/// <param name="importance">Importance.</param>
/// <param name="grid">Its rows; the heading of the first column is the title.</param>
/// <param name="none">Said in the place of rows where there are none.</param>
internal sealed class TableBlock(string name, int importance, Grid grid, string none) : Block
{
    /// <inheritdoc/>
    public override int Importance => importance;

    /// <inheritdoc/>
    public override int Wanted => 1 + grid.Count;

    /// <inheritdoc/>
    public override int Least => Math.Min(Wanted, 3);

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override IReadOnlyList<PictureLine> Draw(int width, int height)
    {
        if (grid.Count == 0) return [new([new PictureSpan(name, PictureStyle.Strong), new PictureSpan("  " + none, PictureStyle.Faint)])];
        var rows = grid.Count < height ? grid.Count : Math.Max(0, height - 2);
        var lines = grid.Draw(width, rows).ToList();
        if (rows < grid.Count) lines.Add(PictureLine.Of($"... {grid.Count - rows} more", PictureStyle.Warning));
        return lines;
    }
}

/// <summary>Blocks side by side.</summary>
/// <param name="left">Left one.</param>
/// <param name="right">Right one.</param>
/// <param name="share">Share of the width that the left one gets.</param>
/// <param name="glyphs">Characters.</param>
internal sealed class BesideBlock(Block left, Block right, double share, Glyphs glyphs) : Block
{
    private const int Gap = 3;

    /// <inheritdoc/>
    public override int Importance => Math.Max(left.Importance, right.Importance);

    /// <inheritdoc/>
    public override int Wanted => Math.Max(left.Wanted, right.Wanted);

    /// <inheritdoc/>
    public override int Least => Math.Max(left.Least, right.Least);

    /// <inheritdoc/>
    public override string Name => left.Name + ", " + right.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<PictureLine> Draw(int width, int height)
    {
        var leftWidth = (int)((width - Gap) * share);
        var (a, b) = (left.Draw(leftWidth, height), right.Draw(width - Gap - leftWidth, height));
        var lines = new PictureLine[Math.Max(a.Count, b.Count)];
        for (var i = 0; i < lines.Length; i++)
        {
            var one = i < a.Count ? a[i] : PictureLine.Empty;
            lines[i] = i < b.Count ? new PictureLine([.. one.Fit(leftWidth + Gap, glyphs.Cut).Spans, .. b[i].Spans]) : one;
        }

        return lines;
    }
}

/// <summary>Blocks one below the other, with an empty line between where there is room.</summary>
/// <param name="blocks">From the top.</param>
internal sealed class StackBlock(params Block[] blocks) : Block
{
    /// <inheritdoc/>
    public override int Importance => blocks.Max(b => b.Importance);

    /// <inheritdoc/>
    public override int Wanted => blocks.Sum(b => b.Wanted) + blocks.Length - 1;

    /// <inheritdoc/>
    public override int Least => blocks.MaxBy(b => b.Importance)!.Least;

    /// <inheritdoc/>
    public override string Name => string.Join(", ", blocks.Select(b => b.Name));

    /// <inheritdoc/>
    public override IReadOnlyList<PictureLine> Draw(int width, int height)
    {
        var shown = blocks.ToList();
        while (shown.Count > 1 && shown.Sum(b => b.Least) + (shown.Count < blocks.Length ? 1 : 0) > height) shown.Remove(shown.MinBy(b => b.Importance)!);
        var left = blocks.Except(shown).ToList();
        var rows = shown.ToDictionary(b => b, b => b.Least);
        var room = height - rows.Values.Sum() - (left.Count > 0 ? 1 : 0);
        // A row at a time, so that each gets its part; the more important first.
        while (room > 0 && shown.Where(b => rows[b] < b.Wanted).ToList() is { Count: > 0 } wanting)
            foreach (var block in wanting.OrderByDescending(b => b.Importance).Take(room))
            {
                rows[block]++;
                room--;
            }

        var lines = new List<PictureLine>();
        foreach (var block in shown)
        {
            if (lines.Count > 0 && room-- > 0) lines.Add(PictureLine.Empty);
            lines.AddRange(block.Draw(width, rows[block]));
        }

        if (left.Count > 0) lines.Add(PictureLine.Of($"... not shown, the window is too small: {string.Join(", ", left.Select(b => b.Name))}", PictureStyle.Warning));
        return lines.Count > height && height > 0 ? lines[..height] : lines;
    }
}
