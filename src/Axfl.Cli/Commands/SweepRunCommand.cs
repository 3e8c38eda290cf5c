using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep run</c>: runs what is not in the store yet.</summary>
internal static class SweepRunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new SweepOptions();
        var format = new Option<string>("--format")
        {
            Description = "Trials on standard output: table (the first 50, when all are done), json (one a line, in the order of their numbers, as they are known) or none.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json", "none");
        var command = new Command(
            "run", "Runs the trials of a sweep file that are not in the store yet; stopped or killed, the same command goes on. Exits with 6 when trials failed, with 7 when one did not reproduce.");
        options.AddPlan(command);
        options.AddRun(command);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var output = new SweepOutput(context, result.GetValue(format)!);
            SweepReport? report = null;
            output.Show(() => report = context.Runtime.Sweeps.Run(options.Request(result, context), output, context.Stop.Token));
            output.Close(report!);
            return CodeOf(report!, context);
        });
        return command;
    }

    private static int CodeOf(SweepReport report, CommandContext context) =>
        report.Alarms.Count > 0 ? ExitCode.NotReproduced
        : report.Interrupted ? context.Stop.ExitCode == 0 ? ExitCode.Terminated : context.Stop.ExitCode
        : report.Failed > 0 || (report.Left > 0 && !report.Submitted) ? ExitCode.TrialsFailed
        : ExitCode.Ok;
}
