using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep measure</c>: how much of the best trial is luck.</summary>
internal static class SweepMeasureCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new SweepReadingOptions();
        var command = new Command("measure", "Shows the statistics and the verdict of a sweep: the best trial, the one recommended, and how much of them is luck.");
        options.AddTo(command, sweep: true);
        command.SetAction(result =>
        {
            var (request, sweep) = (options.Request(result, context), options.Sweep(result));
            var progress = new DirectProgress<string>(step =>
            {
                if (context.ErrorIsTerminal) context.Error.WriteLine($"{step} ...");
            });
            var measure = context.Runtime.SweepStore.Measure(request, sweep, progress, context.Stop.Token);
            options.Write(result, context, [measure], SweepJson.Of, () => SweepTables.Measure(measure));
            context.Error.WriteLine(measure.Text);
        });
        return command;
    }
}
