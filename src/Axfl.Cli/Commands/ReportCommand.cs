using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl report</c>: a run as one HTML file.</summary>
internal static class ReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var plan = new PlanOptions();
        plan.Data.Description = "Where the run's bars are now: a folder, a file, or SYMBOL=path; repeatable (default: where its plan says).";
        var to = new Option<string?>("--to") { Description = "File that is written (default: report.html in the run directory).", HelpName = "FILE" };
        var bars = new Option<string>("--bars")
        {
            Description = "Bars that go into it. auto: all up to 400,000, of more those around orders and trades; all; none: no candle view.", DefaultValueFactory = _ => ReportBars.Auto,
        };
        bars.AcceptOnlyFromAmong([.. ReportBars.All]);
        var noShadow = new Option<bool>("--no-shadow") { Description = "Leave out what refused orders would have made, and the bounds of undecided trades: the plan is not run again." };
        var open = WrittenPage.OpenOption();
        var force = new Option<bool>("--force") { Description = "Replace a file that is not a report of this run." };
        var command = new Command("report", "Writes the report of a run: one HTML file that needs nothing else.");
        run.AddTo(command);
        foreach (var option in new Option[] { to, plan.Data, plan.Timezone, plan.Columns, plan.TimeFormat, bars, noShadow, open, force, plan.Assembly }) command.Options.Add(option);
        command.SetAction(result =>
        {
            var request = new ReportRequest
            {
                RunDirectory = run.Directory(result, context),
                Path = result.GetValue(to) is { } path ? context.Absolute(path) : null,
                Bars = result.GetValue(bars)!,
                Shadow = !result.GetValue(noShadow),
                Force = result.GetValue(force),
                Plan = plan.Request(result, context),
            };
            var report = Write(request, context);
            foreach (var line in report.Warnings) context.Error.WriteLine("warning: " + line);
            foreach (var line in report.LeftOut) context.Error.WriteLine("left out: " + line);
            WrittenPage.Tell(report.Path, result.GetValue(open), context);
        });
        return command;
    }

    private static ReportFile Write(ReportRequest request, CommandContext context)
    {
        var display = RunDisplay.For(context);
        var report = default(ReportFile);
        display.Show(() => report = context.Runtime.WriteReport(
            request, new DirectProgress<MeasureProgress>(p => display.Progress(p.Share, p.Step)), context.Stop.Token));
        return report!;
    }
}
