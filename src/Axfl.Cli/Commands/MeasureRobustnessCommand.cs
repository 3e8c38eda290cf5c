using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl measure robustness</c>: how much of a result is order, costs, few trades or exact parameters.</summary>
internal static class MeasureRobustnessCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new MeasuredOptions();
        var kinds = new Option<string[]>("--kind") { Description = $"What is drawn, repeatable: {string.Join(", ", RobustnessKinds.All)} (default: all).", HelpName = "KIND" };
        kinds.CompletionSources.Add([.. RobustnessKinds.All]);
        var draws = ValueOption.Whole("--draws", "Draws of each kind (default: 1,000).", 10, 100_000);
        var seed = ValueOption.Whole("--seed", "Seed of the draws (default: 1).", 0, int.MaxValue);
        var steps = new Option<string[]>("--step")
        {
            Description = "jitter: what a parameter moves by at most, repeatable: strategies.lsg.params.sweep_pips=0.5 (default: 10 % of its value).", HelpName = "KEY=STEP",
        };
        var command = new Command("robustness", "Shows what a run would have been with its days in another order or drawn anew, at other costs, without some trades, with other parameters.")
        {
            kinds, draws, seed, steps,
        };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var request = options.Request(result, context, new RobustnessRequest
            {
                Kinds = result.GetValue(kinds) ?? [], Draws = result.WholeOf(draws) ?? 1_000, Seed = result.WholeOf(seed) ?? 1, Steps = result.GetValue(steps) ?? [],
            });
            var rows = MeasuredOptions.Measure(context, request, (asked, progress) => context.Runtime.Measures.Robustness(asked, progress, context.Stop.Token));
            if (options.IsJson(result))
            {
                foreach (var row in rows) MeasureJson.Write(row, context.Out);
                return;
            }

            Tables.Result(MeasureTables.RunOf(rows[0]), context);
            Tables.Result(MeasureTables.Robustness(rows), context);
            foreach (var line in MeasureTables.Remarks(rows)) context.Out.WriteLine(line);
        });
        return command;
    }
}
