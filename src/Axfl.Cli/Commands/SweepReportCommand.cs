using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep report</c>: a sweep as one HTML file.</summary>
internal static class SweepReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new SweepReadingOptions();
        var to = new Option<string?>("--to") { Description = "File that is written (default: NAME.html in the current folder).", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace a file that is not a report of this sweep." };
        var open = WrittenPage.OpenOption();
        var command = new Command("report", "Writes the report of a sweep: one HTML file that needs nothing else.");
        options.AddTo(command, sweep: true, format: false);
        foreach (var option in new Option[] { to, force, open }) command.Options.Add(option);
        command.SetAction(result =>
        {
            var request = new SweepReportRequest(options.Sweep(result))
            {
                Store = options.Request(result, context), Path = result.GetValue(to) is { } path ? context.Absolute(path) : null, Force = result.GetValue(force),
            };
            var progress = new DirectProgress<string>(step =>
            {
                if (context.ErrorIsTerminal) context.Error.WriteLine($"{step} ...");
            });
            var report = context.Runtime.WriteSweepReport(request, progress, context.Stop.Token);
            WrittenPage.Tell(report.Path, result.GetValue(open), context);
        });
        return command;
    }
}
