using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What a journal is, as tables.</summary>
internal static class JournalTables
{
    /// <summary>One fact a line; whether it holds stands first.</summary>
    public static TextTable Facts(JournalReport report)
    {
        var table = new TextTable("", "", "");
        table.Add("run", report.Run);
        table.Add("journal", report.Path);
        table.Add("valid", report.Ok ? "yes" : report.BrokenLine is { } line ? $"no: line {Numbers.Count(line)}" : "no");
        if (report.Problem is { } problem) table.Add("problem", problem);
        table.Add("lines", $"{Numbers.Count(report.Lines)} verified");
        table.Add("time", report.First is null ? "-" : $"{Numbers.Time(report.First)} to {Numbers.Time(report.Last)} UTC");
        table.Add("ended", report.Ended ? "properly" : "no: killed, or still running");
        table.Add("truncated", report.TornBytes == 0 ? "no" : $"yes: {Numbers.Count(report.TornBytes)} bytes of an incomplete last line, which resuming removes");
        table.Add("last hash", report.LastHash.Length == 0 ? "-" : report.LastHash);
        table.Add("trades", Numbers.Count(report.Trades));
        table.Add("ledger", report.LedgerHash.Length == 0 ? "-" : report.LedgerHash);
        return table;
    }

    /// <summary>Lines by kind.</summary>
    public static TextTable Kinds(JournalReport report)
    {
        var table = new TextTable("", "kind", ">lines");
        foreach (var (kind, lines) in report.Kinds.OrderBy(k => k.Key, StringComparer.Ordinal)) table.Add(kind, Numbers.Count(lines));
        return table;
    }
}
