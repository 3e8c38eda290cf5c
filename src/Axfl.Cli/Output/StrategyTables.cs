using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What the checks of a strategy found, as tables.</summary>
internal static class StrategyTables
{
    /// <summary>A check a line.</summary>
    public static TextTable Checks(StrategyReport report)
    {
        var table = new TextTable("", "check", "result", "what was done and found");
        foreach (var check in report.Checks) table.Add(check.Name, check.Result, check.Detail);
        return table;
    }

    /// <summary>The first difference of a check.</summary>
    public static TextTable Difference(StrategyDifference difference)
    {
        var table = new TextTable("first difference: " + difference.Check, "", "");
        table.Add("with", difference.Case);
        if (difference.Cut is { } cut) table.Add("cut", Numbers.Time(cut) + " UTC");
        table.Add("bar", Numbers.Time(difference.Bar) + " UTC");
        table.Add("differs", difference.Field);
        table.Add("expected", difference.Expected);
        table.Add("found", difference.Found);
        return table;
    }

    /// <summary>What shorter warm-ups change.</summary>
    public static TextTable Warmups(StrategyReport report)
    {
        var table = new TextTable("warm-up against the longest", ">weekdays", ">actions", ">differ", ">prices differ by, pips");
        foreach (var row in report.Warmups)
            table.Add(Numbers.Count(row.Days), Numbers.Count(row.Actions), Numbers.Share(row.ShareThatDiffers), Numbers.Ratio(row.MaxPriceDifferencePips));
        return table;
    }
}
