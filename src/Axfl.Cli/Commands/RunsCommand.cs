using System.CommandLine;
using Axfl.Cli.Hosting;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl runs</c>: the runs of an output directory.</summary>
internal static class RunsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var output = RunArgument.OutOption();
        var command = new Command("runs", "Lists the ids of the runs in an output directory, newest first, one a line.") { output };
        command.SetAction(result =>
        {
            foreach (var run in context.Runtime.ListRuns(context.OutputDirectory(result.GetValue(output)))) context.Out.WriteLine(run);
        });
        return command;
    }
}
