using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep remove</c>: removes a sweep's rows; what was tried stays counted.</summary>
internal static class SweepRemoveCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new SweepReadingOptions();
        var command = new Command("remove", "Removes a sweep and the results no other sweep has. What was tried stays counted in all statistics.");
        options.AddTo(command, sweep: true, format: false);
        command.SetAction(result =>
        {
            var removed = context.Runtime.SweepStore.Remove(options.Request(result, context), options.Sweep(result));
            context.Error.WriteLine($"Removed sweep '{removed.Sweep}': {Counted.Of(removed.Trials, "trial")}, {Counted.Of(removed.Rows, "result")} that no other sweep has. What was tried stays counted.");
        });
        return command;
    }
}
