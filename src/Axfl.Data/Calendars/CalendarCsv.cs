using System.Text;

namespace Axfl.Data.Calendars;

/// <summary>The rows of a calendar in CSV: commas, a header, cells in quotes where they hold commas.</summary>
internal static class CalendarCsv
{
    /// <summary>Its rows, those that are none among them.</summary>
    public static IEnumerable<CalendarRow> Rows(ReadOnlySpan<byte> content) => Rows(Encoding.UTF8.GetString(content));

    private static IEnumerable<CalendarRow> Rows(string text)
    {
        string[]? header = null;
        var columns = default(CalendarColumns);
        foreach (var (line, cells) in Lines(text))
        {
            if (header is null)
            {
                header = cells;
                columns = CalendarColumns.Find(header, out var missing);
                if (missing is null) continue;
                yield return new CalendarRow(line, null, columns, [], $"the header has {missing}; a calendar begins with the names of its columns, like time,currency,impact,title.");
                yield break;
            }

            yield return new CalendarRow(line, null, columns, cells, cells.Length == header.Length ? null
                : $"it has {cells.Length} cells, the header {header.Length}: a text with commas stands in quotes.");
        }

        if (header is null) yield return new CalendarRow(1, null, columns, [], "it is empty: a calendar begins with a header, like time,currency,impact,title.");
    }

    // Lines with a cell that is not empty; a line break in quotes belongs to its cell.
    private static IEnumerable<(int Line, string[] Cells)> Lines(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, began, inQuotes) = (1, 1, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (inQuotes && i < text.Length)
            {
                if (c == '\n') line++;
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else inQuotes = false;
            }
            else if (c == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                cell.Clear();
                inQuotes = true;
            }
            else if (c is ',' or '\n')
            {
                cells.Add(c == '\n' ? cell.ToString().TrimEnd('\r') : cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                if (cells.Exists(static t => t.Length > 0)) yield return (began, [.. cells]);
                cells.Clear();
                began = ++line;
                inQuotes = false;
            }
            else cell.Append(c);
        }
    }
}
