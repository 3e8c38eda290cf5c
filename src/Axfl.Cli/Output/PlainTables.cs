namespace Axfl.Cli.Output;

/// <summary>Tables as aligned text: for files, pipes and logs.</summary>
internal static class PlainTables
{
    private const string Blank = "                                                                                ";

    /// <summary>Writes a table; the heading, then a line a row, columns two spaces apart.</summary>
    public static void Write(TextTable table, TextWriter to)
    {
        var widths = new int[table.Columns.Count];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = table.Columns[i].Length;
            foreach (var row in table.Rows) widths[i] = Math.Max(widths[i], row[i].Length);
        }

        if (table.Title.Length > 0) to.WriteLine(table.Title);
        if (table.Columns.Any(c => c.Length > 0)) WriteRow(table, table.Columns, widths, to);
        foreach (var row in table.Rows) WriteRow(table, row, widths, to);
        to.WriteLine();
    }

    // What fills a text with blanks is compiled at the start of each process, which costs more than the whole table.
    private static string Blanks(int count) => count <= Blank.Length ? Blank[..count] : new string(' ', count);

    private static void WriteRow(TextTable table, IReadOnlyList<string> cells, int[] widths, TextWriter to)
    {
        var line = string.Join("  ", cells.Select((c, i) => table.IsNumber(i) ? Blanks(widths[i] - c.Length) + c : c + Blanks(widths[i] - c.Length)));
        to.WriteLine(line.TrimEnd());
    }
}
