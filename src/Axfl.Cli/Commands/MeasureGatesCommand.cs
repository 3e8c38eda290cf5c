using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl measure gates</c>: what each rule of a plan cost or saved.</summary>
internal static class MeasureGatesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new MeasuredOptions();
        var rules = new Option<string[]>("--rule") { Description = "A rule to measure, repeatable (default: all that are in force).", HelpName = "NAME" };
        var attribution = new Option<string>("--attribution")
        {
            Description = "shapley: share what all rules make together out among them, by runs of all their subsets (at most 9 rules).", DefaultValueFactory = _ => "none",
        };
        attribution.AcceptOnlyFromAmong("none", "shapley");
        rules.CompletionSources.Add(_ => context.Runtime.Measures.Rules.Select(r => new System.CommandLine.Completions.CompletionItem(r)));
        var seed = ValueOption.Whole("--seed", "Seed of the resamples (default: 1).", 0, int.MaxValue);
        var command = new Command("gates", "Shows what each rule of a run's plan cost or saved: halts, limits, cooldown, spread, least stop.") { rules, attribution, seed };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var request = options.Request(result, context, new GateRequest
            {
                Rules = result.GetValue(rules) ?? [], Shapley = result.GetValue(attribution) == "shapley", Seed = result.WholeOf(seed) ?? 1,
            });
            var gates = MeasuredOptions.Measure(context, request, (asked, progress) => context.Runtime.Measures.Gates(asked, progress, context.Stop.Token));
            if (options.IsJson(result))
            {
                foreach (var gate in gates) MeasureJson.Write(gate, context.Out);
                return;
            }

            if (gates.Count == 0)
            {
                context.Error.WriteLine("The plan has no rule in force.");
                return;
            }

            foreach (var table in MeasureTables.Gates(gates)) Tables.Result(table, context);
            foreach (var reason in gates.Where(g => g.Reason.Length > 0).GroupBy(g => g.Reason))
                context.Out.WriteLine($"No interval for {string.Join(", ", reason.Select(g => g.Rule))}: {reason.Key}.");
        });
        return command;
    }
}
