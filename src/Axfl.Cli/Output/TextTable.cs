using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>A table as text cells, before anybody decides how it is drawn.</summary>
/// <param name="title">Title; empty for none.</param>
/// <param name="columns">Headings; one that begins with <c>&gt;</c> is a column of numbers, aligned right.</param>
internal sealed class TextTable(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Title; empty for none.</summary>
    public string Title { get; } = ShownText.Line(title);

    /// <summary>Headings without marks.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. columns.Select(c => c.TrimStart('>'))];

    /// <summary>Rows in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>Whether a column is aligned right.</summary>
    public bool IsNumber(int column) => columns[column].StartsWith('>');

    /// <summary>Adds a row, one cell a column. Cells are cleaned: names, tags and texts in them may be anybody's.</summary>
    public void Add(params string[] cells)
    {
        if (cells.Length != columns.Length) throw new ArgumentException($"{cells.Length} cells for {columns.Length} columns.", nameof(cells));
        _rows.Add([.. cells.Select(ShownText.Line)]);
    }
}
