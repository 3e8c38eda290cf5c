using System.Text;

namespace Axfl.Data.Calendars;

/// <summary>The rows of a calendar in CSV: commas, a header, cells in quotes where they hold commas, none of more than one line.</summary>
internal static class CalendarCsv
{
    /// <summary>Its rows, those that are none among them.</summary>
    public static IEnumerable<CalendarRow> Rows(ReadOnlySpan<byte> content) => Rows(Encoding.UTF8.GetString(content));

    private static IEnumerable<CalendarRow> Rows(string text)
    {
        string[]? header = null;
        var columns = default(CalendarColumns);
        foreach (var (line, cells, fault) in Lines(text))
        {
            if (fault is not null)
            {
                yield return new CalendarRow(line, null, columns, [], fault);
                if (header is null) yield break;
                continue;
            }

            if (header is null)
            {
                header = cells;
                columns = CalendarColumns.Find(header, out var unfit);
                if (unfit is null) continue;
                yield return new CalendarRow(line, null, columns, [], $"the header has {unfit}; a calendar begins with the names of its columns, like time,currency,impact,title.");
                yield break;
            }

            yield return new CalendarRow(line, null, columns, cells, cells.Length == header.Length ? null
                : $"it has {cells.Length} cells, the header {header.Length}: a text with commas stands in quotes.");
        }

        if (header is null) yield return new CalendarRow(1, null, columns, [], "it is empty: a calendar begins with a header, like time,currency,impact,title.");
    }

    // Lines with a cell that is not empty, and those that are none. A quote ends on its line: one that was forgotten would take the events of the next lines for its text.
    private static IEnumerable<(int Line, string[] Cells, string? Fault)> Lines(string text)
    {
        var line = 0;
        for (var from = 0; from < text.Length;)
        {
            line++;
            var end = text.IndexOf('\n', from);
            if (end < 0) end = text.Length;
            var cells = Cells(text[from..end].TrimEnd('\r'), out var fault);
            if (fault is not null || Array.Exists(cells, static t => t.Length > 0)) yield return (line, cells, fault);
            from = end + 1;
        }
    }

    private static string[] Cells(string line, out string? fault)
    {
        var cells = new List<string>();
        fault = null;
        for (var from = 0; from <= line.Length && fault is null;)
        {
            var end = Separator(line, from);
            var open = from;
            while (open < end && char.IsWhiteSpace(line[open])) open++;
            if (open == end || line[open] != '"') cells.Add(line[from..end]);
            else
            {
                cells.Add(Quoted(line, open, out var after));
                end = Separator(line, after);
                fault = after > line.Length
                    ? $"the quote before '{CalendarRow.Short(line[(open + 1)..])}' is not closed on its line: close it; a quote within a text is written twice (\"\"), and a text has one line."
                    : line[after..end].Trim() is { Length: > 0 } more
                        ? $"'{CalendarRow.Short(more)}' stands behind a closing quote: put the whole text into the quotes; a quote within it is written twice (\"\")." : null;
            }

            from = end + 1;
        }

        return [.. cells];
    }

    // Where the text goes on after the closing quote; past the end of the line: there is none.
    private static string Quoted(string line, int open, out int after)
    {
        var cell = new StringBuilder();
        for (var i = open + 1; i < line.Length && line[i] != '\r'; i++)
        {
            if (line[i] == '"' && (i + 1 == line.Length || line[i + 1] != '"'))
            {
                after = i + 1;
                return cell.ToString();
            }

            if (line[i] == '"') i++;
            cell.Append(line[i]);
        }

        after = line.Length + 1;
        return "";
    }

    private static int Separator(string line, int from) => from < line.Length && line.IndexOf(',', from) is >= 0 and var at ? at : line.Length;
}
