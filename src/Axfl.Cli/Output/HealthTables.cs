using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What the checks before a live run found, as tables. Sentences stand in last columns alone, so that a narrow window breaks no other.</summary>
internal static class HealthTables
{
    /// <summary>A check a line.</summary>
    public static TextTable Rows(IReadOnlyList<HealthResult> rows)
    {
        var table = new TextTable("", "check", "state", "what was seen");
        foreach (var row in rows) table.Add(row.Check, row.State, row.Seen);
        return table;
    }

    /// <summary>What to do, for the checks that ask for it.</summary>
    public static TextTable Remedies(IReadOnlyList<HealthResult> rows)
    {
        var table = new TextTable("", "check", "what to do");
        foreach (var row in rows)
            if (row.Remedy is { } remedy) table.Add(row.Check, remedy);
        return table;
    }
}
