using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep list</c>: the sweeps of a store and how far they are.</summary>
internal static class SweepListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new SweepReadingOptions();
        var command = new Command("list", "Lists the sweeps of a store: trials done, failed and left, trials a second, and how many plans were ever tried on the same bars.");
        options.AddTo(command, sweep: false);
        command.SetAction(result =>
        {
            var sweeps = context.Runtime.SweepStore.List(options.Request(result, context));
            options.Write(result, context, sweeps, SweepJson.Of, () => SweepTables.List(sweeps));
            if (sweeps.Count == 0) context.Error.WriteLine("The store has no sweep.");
            foreach (var sweep in sweeps) SweepTables.SayHoldout(sweep, context);
            if (sweeps is [{ Alarms: > 0 and var alarms }, ..]) context.Error.WriteLine($"warning: {Counted.Of(alarms, "second result")} in this store differed from the first: a machine, a build or a strategy does not reproduce.");
        });
        return command;
    }
}
