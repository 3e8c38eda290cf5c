using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What the checks before a live run found, as a table.</summary>
internal static class HealthTables
{
    /// <summary>A row a line.</summary>
    public static TextTable Rows(IReadOnlyList<HealthResult> rows)
    {
        var table = new TextTable("", "check", "state", "what was seen", "what to do");
        foreach (var row in rows) table.Add(row.Check, row.State, row.Seen, row.Remedy ?? "");
        return table;
    }
}
