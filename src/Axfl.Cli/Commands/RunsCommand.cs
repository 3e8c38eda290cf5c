using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl runs</c>: the runs of an output directory.</summary>
internal static class RunsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var output = RunArgument.OutOption();
        var ids = new Option<bool>("--ids") { Description = "Only the ids, one per line, for scripts." };
        var command = new Command("runs", "Lists the runs in an output directory, newest first: their state (running, ended, stopped, failed, killed), when they began and were last heard from, and what stopped them.")
        {
            output, ids,
        };
        command.SetAction(result =>
        {
            var directory = context.OutputDirectory(result.GetValue(output));
            var runs = context.Runtime.ListRuns(directory);
            if (result.GetValue(ids)) foreach (var run in runs) context.Out.WriteLine(run);
            if (result.GetValue(ids)) return ExitCode.Ok;
            var errors = new List<AxflException>();
            Tables.Result(Table(Reports(runs, directory, context, errors)), context);
            foreach (var error in errors) Failure.Say(error, context);
            return errors.Count == 0 ? ExitCode.Ok : errors.Min(error => (int)error.Kind);
        });
        return command;
    }

    // One directory that cannot be read does not hide the others.
    private static List<RunReport> Reports(IReadOnlyList<string> runs, string directory, CommandContext context, List<AxflException> errors)
    {
        var reports = new List<RunReport>();
        foreach (var run in runs)
        {
            try
            {
                reports.Add(context.Runtime.DescribeRun(context.Runtime.FindRun(directory, run)));
            }
            catch (AxflException e)
            {
                errors.Add(e);
            }
        }

        return reports;
    }

    private static TextTable Table(IEnumerable<RunReport> runs)
    {
        var table = new TextTable("", "run", "state", "mode", "started", "last word", "error");
        foreach (var run in runs)
            table.Add(run.Run, run.State, run.Mode, Numbers.Time(run.Started), Numbers.Time(run.LastWord), run.Error ?? "");
        return table;
    }
}
