using Axfl.Contracts;

namespace Axfl.Runs.Pictures;

/// <summary>A column of a <see cref="Grid"/>.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Importance">Where there is no room for all columns those of the lowest importance are left out; the first column stays.</param>
/// <param name="IsNumber">Whether it is aligned right.</param>
/// <param name="Least">How narrow it may become, its texts cut; 0: not at all.</param>
/// <param name="Most">How wide it may become where there is room: a column of bars; 0: as wide as its texts.</param>
internal sealed record GridColumn(string Heading, int Importance = 9, bool IsNumber = false, int Least = 0, int Most = 0);

/// <summary>A cell of a <see cref="Grid"/>.</summary>
/// <param name="Text">Text; it is cleaned.</param>
/// <param name="Style">Style.</param>
/// <param name="Bar">Draws it as wide as its column; null: the text.</param>
internal sealed record GridCell(string Text, PictureStyle Style = PictureStyle.Plain, Func<int, string>? Bar = null)
{
    /// <summary>An empty one.</summary>
    public static GridCell Empty { get; } = new("");

    /// <summary>A text as a cell.</summary>
    public static implicit operator GridCell(string text) => new(text);

    /// <summary>A bar.</summary>
    public static GridCell OfBar(PictureStyle style, Func<int, string> bar) => new("", style, bar);
}

/// <summary>Rows and columns that fit a width: columns with nothing in them are not shown, those of names shrink, then those that matter least are left out.</summary>
/// <param name="glyphs">Characters.</param>
/// <param name="columns">Columns; the heading of the first is the title.</param>
internal sealed class Grid(Glyphs glyphs, params GridColumn[] columns)
{
    private const int Gap = 2;

    private readonly GridColumn[] _columns = [.. columns.Select(c => c with { Heading = ShownText.Line(c.Heading) })];
    private readonly List<GridCell[]> _rows = [];

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row, one cell a column.</summary>
    public void Add(params GridCell[] cells)
    {
        if (cells.Length != _columns.Length) throw new ArgumentException($"{cells.Length} cells for {_columns.Length} columns.", nameof(cells));
        _rows.Add([.. cells.Select(c => c with { Text = ShownText.Line(c.Text) })]);
    }

    /// <summary>The headings, then the rows asked for.</summary>
    /// <param name="width">Columns of the window.</param>
    /// <param name="rows">How many rows.</param>
    public IEnumerable<PictureLine> Draw(int width, int rows)
    {
        var widths = Widths(width);
        yield return Line([.. _columns.Select((c, i) => new GridCell(c.Heading, i == 0 ? PictureStyle.Strong : PictureStyle.Faint))], widths, width);
        foreach (var row in _rows.Take(rows)) yield return Line(row, widths, width);
    }

    private PictureLine Line(GridCell[] cells, int[] widths, int width)
    {
        var spans = new List<PictureSpan>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (widths[i] < 0) continue;
            if (spans.Count > 0) spans.Add(new PictureSpan("  ", PictureStyle.Plain));
            var text = cells[i].Bar is { } bar ? bar(widths[i]) : TextWidth.Cut(cells[i].Text, widths[i], glyphs.Cut);
            var fill = new string(' ', Math.Max(0, widths[i] - TextWidth.Of(text)));
            spans.Add(new PictureSpan(_columns[i].IsNumber ? fill + text : text + fill, cells[i].Style));
        }

        return new PictureLine(spans).Cut(width, glyphs.Cut);
    }

    // -1: left out.
    private int[] Widths(int width)
    {
        int[] widths = [.. _columns.Select((_, i) => IsEmpty(i) ? -1 : Width(i))];
        while (Total(widths) > width)
        {
            var shrink = Widest(widths, i => _columns[i].Least > 0 && widths[i] > _columns[i].Least);
            if (shrink >= 0)
            {
                widths[shrink] -= Math.Min(Total(widths) - width, widths[shrink] - _columns[shrink].Least);
                continue;
            }

            var drop = Enumerable.Range(1, _columns.Length - 1).Where(i => widths[i] >= 0).OrderBy(i => _columns[i].Importance).Select(i => (int?)i).FirstOrDefault();
            if (drop is not { } dropped) break;
            widths[dropped] = -1;
            // What shrank for it may have room again.
            for (var i = 0; i < widths.Length; i++) if (widths[i] >= 0) widths[i] = Width(i);
        }

        for (var i = 0; i < widths.Length; i++)
            if (widths[i] >= 0 && _columns[i].Most > widths[i]) widths[i] = Math.Min(_columns[i].Most, widths[i] + Math.Max(0, width - Total(widths)));
        return widths;
    }

    private bool IsEmpty(int column) => column > 0 && _rows.Count > 0 && _rows.TrueForAll(r => r[column].Text.Length == 0 && r[column].Bar is null);

    private static int Widest(int[] widths, Func<int, bool> may) =>
        Enumerable.Range(0, widths.Length).Where(i => widths[i] >= 0 && may(i)).OrderByDescending(i => widths[i]).Select(i => (int?)i).FirstOrDefault() ?? -1;

    private int Width(int column)
    {
        var width = Math.Max(TextWidth.Of(_columns[column].Heading), _columns[column].Most > 0 ? _columns[column].Least : 0);
        foreach (var row in _rows) width = Math.Max(width, TextWidth.Of(row[column].Text));
        return width;
    }

    private static int Total(int[] widths) => widths.Where(w => w >= 0).Sum(w => w + Gap) - Gap;
}
