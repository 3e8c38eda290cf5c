using Axfl.Cli.Hosting;

namespace Axfl.Cli.Output;

/// <summary>Puts a table where it is wanted: drawn for a person at a terminal, plain text otherwise.</summary>
internal static class Tables
{
    /// <summary>A result, on standard output.</summary>
    public static void Result(TextTable table, CommandContext context) => Write(table, context.Out, context.OutIsTerminal, context.Colour);

    /// <summary>User-facing messages, on standard error.</summary>
    public static void Remark(TextTable table, CommandContext context) => Write(table, context.Error, context.ErrorIsTerminal, context.Colour);

    private static void Write(TextTable table, TextWriter to, bool drawn, bool colour)
    {
        if (drawn) DrawnTables.Write(table, to, colour);
        else PlainTables.Write(table, to);
    }
}
