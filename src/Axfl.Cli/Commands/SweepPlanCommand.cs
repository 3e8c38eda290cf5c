using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep plan</c>: what a sweep would do.</summary>
internal static class SweepPlanCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new SweepOptions();
        var format = FormatOption();
        var command = new Command("plan", "Shows what a sweep would do: trials, signal streams, bars, expected time and memory. Checks every trial's plan; nothing is written.");
        options.AddPlan(command);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var display = RunDisplay.For(context);
            SweepEstimate? plan = null;
            display.Show(() => plan = context.Runtime.Sweeps.Plan(
                options.Request(result, context), new DirectProgress<SweepProgress>(p => display.Progress(p.Fraction, SweepOutput.Text(p))), context.Stop.Token));
            if (result.GetValue(format) == "json") context.Out.WriteLine(SweepJson.Of(plan!));
            else Tables.Result(SweepRunTables.Plan(plan!), context);
        });
        return command;
    }

    /// <summary>How results are written.</summary>
    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "table, or json: one object a line.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }
}
