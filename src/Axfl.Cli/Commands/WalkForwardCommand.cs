using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl walk-forward</c>: choosing on the past, testing on what comes next.</summary>
internal static class WalkForwardCommand
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var path = new Argument<string>("FILE") { Description = "Sweep file with walk_forward." };
        var store = new SweepStoreOption();
        var throttle = ValueOption.Number("--throttle", "N", "Trials at the same time (default: the number of cores).", 1);
        var timeout = ValueOption.Number("--trial-timeout", "SECONDS", "How long a trial may take (default: 100 times the median, not before 30 s and 20 done trials).", 1);
        var force = new Option<bool>("--force") { Description = "Run more than 100,000 trials." };
        var rejected = DataLayoutOptions.AllowRejected();
        var assembly = StrategyAssemblyOption.Create();
        var format = new Option<string>("--format") { Description = "table, or json: one object.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("walk-forward", "Runs all trials of a sweep over the training of each window, and the one chosen there over what comes next.") { path };
        store.AddTo(command);
        foreach (var option in new Option[] { throttle, timeout, force, rejected, assembly, format }) command.Options.Add(option);
        command.SetAction(result =>
        {
            var request = new WalkForwardRequest(context.Absolute(result.GetValue(path)!))
            {
                Store = store.Request(result, context),
                Throttle = (int)Math.Min(int.MaxValue, result.NumberOf(throttle) ?? 0),
                TrialTimeout = result.SecondsOf(timeout),
                Force = result.GetValue(force),
                AllowRejected = result.GetValue(rejected),
                StrategyAssemblies = result.AssembliesOf(assembly, context),
            };
            var display = RunDisplay.For(context);
            WalkForwardReport? report = null;
            display.Show(() => report = context.Runtime.WalkForward.Run(
                request, new DirectProgress<WalkForwardProgress>(p => display.Progress(p.Fraction, $"window {p.Window} of {p.Windows}: {Numbers.Count(p.Done)} of {Numbers.Count(p.Trials)} trials")), context.Stop.Token));
            if (result.GetValue(format) == "json") context.Out.WriteLine(JsonSerializer.Serialize(report!, Json));
            else Show(report!, context);
            return CodeOf(report!, context);
        });
        return command;
    }

    private static int CodeOf(WalkForwardReport report, CommandContext context)
    {
        foreach (var warning in report.Warnings) context.Error.WriteLine("warning: " + warning);
        if (report.Alarms > 0) context.Error.WriteLine($"error: {Counted.Of(report.Alarms, "trial")} did not reproduce the result in the store.");
        if (report.Failed > 0) context.Error.WriteLine($"warning: {Counted.Of(report.Failed, "training run")} failed.");
        if (report.Error is { } error) context.Error.WriteLine("error: " + error);
        return report.Alarms > 0 ? ExitCode.NotReproduced : report.Failed > 0 || report.Error is not null ? ExitCode.TrialsFailed : ExitCode.Ok;
    }

    private static void Show(WalkForwardReport report, CommandContext context)
    {
        context.Error.WriteLine($"{report.Sweep}: {Counted.Of(report.Trials, "trial")} a training, choice by {report.Choose}, {Numbers.Time(report.Since)} to {Numbers.Time(report.Until)} UTC");
        Tables.Result(WalkForwardTables.Windows(report), context);
        Tables.Result(WalkForwardTables.Figures(report), context);
        if (report.Moves.Count > 0) Tables.Result(WalkForwardTables.Moves(report), context);
        foreach (var window in report.Windows.Where(w => w.Note is not null)) context.Out.WriteLine($"window {window.Window}: {window.Note}");
        if (report.LeftOut is { } left) context.Out.WriteLine(left);
        foreach (var text in report.Undefined) context.Out.WriteLine("not defined: " + text);
        context.Out.WriteLine(report.Text);
    }
}
