using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl measure</c>: the metrics of a run; its subcommands measure what rules and the unknown cost.</summary>
internal static class MeasureCommand
{
    private static readonly string[] Splits = ["strategy", "symbol", "strategy_symbol", "reason", "weekday", "hour"];

    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var command = new Command("measure", "Shows the metrics of a run, and its ledger by strategy, symbol, reason, weekday and hour of entry (UTC).");
        run.AddTo(command);
        command.Subcommands.Add(MeasureAmbiguityCommand.Create(context));
        command.Subcommands.Add(MeasureGatesCommand.Create(context));
        command.Subcommands.Add(MeasureRobustnessCommand.Create(context));
        command.SetAction(result =>
        {
            var directory = run.Directory(result, context);
            var summary = context.Runtime.ReadSummary(directory);
            context.Error.WriteLine(
                $"{RunHeading.Of(context.Runtime.DescribeRun(directory))}: {summary.Source}, {summary.Interval}, {SummaryTables.Period(summary)}");
            Tables.Result(SummaryTables.Metrics(summary.Metrics), context);
            foreach (var by in Splits)
            {
                var table = SummaryTables.Split(summary.Metrics, by);
                if (table.Rows.Count > 0) Tables.Result(table, context);
            }
        });
        return command;
    }
}
