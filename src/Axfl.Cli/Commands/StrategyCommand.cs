using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl strategy test</c>: whether a strategy knows more than its bars.</summary>
internal static class StrategyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "The strategy." };
        var options = new StrategyTestOptions();
        var test = new Command(
            "test", "Checks a strategy for look-ahead, shared state, dependence on culture, clock and time zone, and outside knowledge; says how much warm-up it needs. Exits with 8 when a check fails.") { name };
        options.AddTo(test);
        test.SetAction(result =>
        {
            // A part of a test, in a process that a test started.
            if (Environment.GetEnvironmentVariable(StrategyTestHost.JobVariable) is { Length: > 0 } job)
            {
                context.Runtime.StrategyTests.RunJob(job, []);
                return ExitCode.Ok;
            }

            var request = options.Request(result.GetValue(name)!, result, context);
            var display = RunDisplay.For(context);
            StrategyReport? report = null;
            display.Show(() => report = context.Runtime.StrategyTests.Run(request, new DirectProgress<double>(f => display.Progress(f, "testing")), context.Stop.Token));
            Show(report!, context);
            return report!.Ok ? ExitCode.Ok : ExitCode.CheckFailed;
        });
        return new Command("strategy", "Tests a strategy.") { test };
    }

    private static void Show(StrategyReport report, CommandContext context)
    {
        context.Error.WriteLine(
            $"{report.Strategy} ({report.Source}) on {report.Symbol} {report.Interval}, {report.Data}, {Numbers.Time(report.Since)} to {Numbers.Time(report.Until)} UTC: {Numbers.Count(report.Actions)} actions over {Numbers.Count(report.Bars)} bars");
        Tables.Result(StrategyTables.Checks(report), context);
        foreach (var difference in report.Differences) Tables.Result(StrategyTables.Difference(difference), context);
        if (report.Warmups.Count > 0) Tables.Result(StrategyTables.Warmups(report), context);
        foreach (var warning in report.Warnings) context.Out.WriteLine($"warning: {warning}");
        context.Out.WriteLine("cannot be seen by these checks:");
        foreach (var text in report.CannotSee) context.Out.WriteLine("  " + text);
    }
}
