using System.CommandLine;
using System.Globalization;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep trials</c>: the trials of a sweep.</summary>
internal static class SweepTrialsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new SweepReadingOptions();
        var best = Whole("--best", "N", "Only the N best, of those with enough trades, with what is left of them after all that was tried.");
        var trial = Whole("--trial", "N", "Only this trial.");
        var by = new Option<string?>("--by") { Description = "Metric to order by, the best first: total_r, sharpe, cost_share, ... (default: the sweep's objective with --best, else the number).", HelpName = "METRIC" };
        var command = new Command("trials", "Lists the trials of a sweep: parameters and metrics.");
        options.AddTo(command, sweep: true);
        foreach (var option in new Option[] { best, by, trial }) command.Options.Add(option);
        command.SetAction(result =>
        {
            var (request, sweep) = (options.Request(result, context), options.Sweep(result));
            var filter = new SweepTrialFilter { Best = Number(result.GetValue(best)), By = result.GetValue(by), Trials = Number(result.GetValue(trial)) is { } number ? [number] : [] };
            var trials = context.Runtime.SweepStore.Trials(request, sweep, filter);
            options.Write(result, context, trials, SweepJson.Of, () => SweepTables.Trials(trials, filter.Best is not null));
            if (trials.Count == 0) context.Error.WriteLine(filter.Best is null ? "The sweep has no trial." : "No trial has enough trades.");
            if (filter.Best is not null && trials.Count > 0) context.Error.WriteLine(SweepTables.Doubt(trials[0]));
            foreach (var info in context.Runtime.SweepStore.List(request).Where(s => s.Sweep == sweep)) SweepTables.SayHoldout(info, context);
        });
        return command;
    }

    private static Option<string?> Whole(string name, string helpName, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Number(result.Tokens[0].Value) is not > 0) result.AddError($"{name} must be a whole number of 1 or more, not '{result.Tokens[0].Value}'.");
        });
        return option;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
