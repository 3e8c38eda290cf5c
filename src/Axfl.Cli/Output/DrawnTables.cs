using Axfl.Cli.Hosting;
using Spectre.Console;

namespace Axfl.Cli.Output;

/// <summary>Tables drawn on a terminal. Apart from <see cref="Tables"/>, so that Spectre.Console is loaded only when something is drawn.</summary>
internal static class DrawnTables
{
    /// <summary>Draws a table.</summary>
    public static void Write(TextTable table, TextWriter to, bool colour)
    {
        var drawn = new Table().RoundedBorder();
        if (table.Title.Length > 0) drawn.Title(Markup.Escape(table.Title));
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = new TableColumn(new Markup(Markup.Escape(table.Columns[i]), new Style(decoration: Decoration.Bold)));
            drawn.AddColumn(table.IsNumber(i) ? column.RightAligned().NoWrap() : column);
        }
        drawn.ShowHeaders = table.Columns.Any(c => c.Length > 0);
        foreach (var row in table.Rows) drawn.AddRow(row.Select(c => new Text(c)));
        Console(to, colour).Write(drawn);
    }

    /// <summary>A console over a terminal's writer.</summary>
    public static IAnsiConsole Console(TextWriter to, bool colour) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(CleanWriter.Behind(to)),
        ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    });
}
