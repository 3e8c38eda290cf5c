using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl data check</c>: what a bars file is and what is wrong with it.</summary>
internal static class DataCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var path = new Argument<string>("PATH") { Description = "Bars file, folder or archive." };
        var timezone = new Option<string?>("--timezone") { Description = DataLayoutOptions.ZoneHelp, HelpName = "ZONE" };
        var (columns, timeFormat) = (DataLayoutOptions.Columns(), DataLayoutOptions.TimeFormat());
        var check = new Command("check", "Reports dialect, interval, range, gaps, duplicates, rejected lines and signs of a wrong time zone.") { path, timezone, columns, timeFormat };
        check.SetAction(result =>
        {
            var request = new DataCheckRequest(context.Absolute(result.GetValue(path)!), result.GetValue(timezone))
            {
                Columns = result.GetValue(columns),
                TimeFormat = result.GetValue(timeFormat),
            };
            var reports = context.Runtime.CheckData(request, null, context.Stop.Token);
            foreach (var report in reports) Show(report, context);
            return reports.Any(r => r.Bars > 0) && !(reports.Count == 1 && reports[0].Refusal is not null) ? ExitCode.Ok : ExitCode.Data;
        });
        return new Command("data", "Inspects files of bars.") { check };
    }

    private static void Show(DataReport report, CommandContext context)
    {
        var table = new TextTable("", "", "");
        table.Add("file", report.Path);
        table.Add("symbol", report.Symbol ?? "-");
        table.Add("dialect", $"{report.Dialect}, times in {report.Timezone}");
        table.Add("interval", report.Interval);
        table.Add("bars", $"{Numbers.Count(report.Bars)}, {Numbers.Time(report.First)} to {Numbers.Time(report.Last)} UTC");
        table.Add("duplicates", Numbers.Count(report.Duplicates));
        table.Add("rejected", Numbers.Count(report.Rejected));
        if (report.Crossed > 0) table.Add("crossed", Numbers.Count(report.Crossed));
        table.Add("weekend bars", Numbers.Count(report.WeekendBars));
        table.Add("gaps", report.Gaps == 0 ? "0" : $"{Numbers.Count(report.Gaps)} ({string.Join(", ", report.GapSizes.Select(Bucket))})");
        if (report.LargestGaps.Count > 0) table.Add("largest gaps", string.Join("; ", report.LargestGaps.Select(Gap)));
        Tables.Result(table, context);
        foreach (var line in report.RejectedLines) context.Out.WriteLine($"{line.File}({line.Line}): {line.Reason}: {line.Text}");
        if (report.Rejected > report.RejectedLines.Count && report.RejectedLines.Count > 0)
            context.Out.WriteLine($"... and {Numbers.Count(report.Rejected - report.RejectedLines.Count)} more rejected lines");
        foreach (var warning in report.Warnings) context.Out.WriteLine($"warning: {warning}");
        if (report.RejectedLines.Count + report.Warnings.Count > 0) context.Out.WriteLine();
    }

    private static string Gap(GapPlace gap) => $"{Numbers.Time(gap.From)} to {Numbers.Time(gap.Until)} ({Numbers.Count(gap.MissingBars)} bars)";

    private static string Bucket(GapBucket bucket) => $"{bucket.MissingBars} missing: {Numbers.Count(bucket.Count)}";
}
