namespace Axfl.Reports.Page;

/// <summary>A table of text. A column whose head begins with <c>&gt;</c> holds numbers.</summary>
/// <param name="name">What it is of, for people who hear it.</param>
/// <param name="heads">Heads of the columns.</param>
internal sealed class Table(string name, params string[] heads)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Whether it has no row.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Adds a row.</summary>
    public Table Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>Adds a row for each of some items.</summary>
    public Table AddAll<T>(IEnumerable<T> items, Func<T, string[]> cells)
    {
        foreach (var item in items) _rows.Add(cells(item));
        return this;
    }

    /// <summary>Writes it; nothing where it has no row.</summary>
    public void Write(Html html)
    {
        if (IsEmpty) return;
        html.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Text(name).Raw("\"><table><thead><tr>");
        foreach (var head in heads) html.Raw(IsNumber(head) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Text(head.TrimStart('>')).Raw("</th>");
        html.Raw("</tr></thead><tbody>\n");
        foreach (var row in _rows)
        {
            html.Raw("<tr>");
            for (var i = 0; i < row.Length; i++) html.Raw(IsNumber(heads[i]) ? "<td class=\"n\">" : "<td>").Text(row[i]).Raw("</td>");
            html.Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private static bool IsNumber(string head) => head.StartsWith('>');
}
