using System.CommandLine;
using Axfl.Cli.Hosting;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep stop</c>: withdraws what a running sweep has not begun.</summary>
internal static class SweepStopCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the sweep." };
        var store = new SweepStoreOption();
        var command = new Command("stop", "Withdraws what a sweep that runs on this machine has not begun; what is done stays, and the same command goes on.") { name };
        store.AddTo(command);
        command.SetAction(result =>
        {
            context.Runtime.Sweeps.Stop(result.GetValue(name)!, store.Request(result, context));
            context.Error.WriteLine($"The sweep '{result.GetValue(name)}' begins no further trial.");
        });
        return command;
    }
}
