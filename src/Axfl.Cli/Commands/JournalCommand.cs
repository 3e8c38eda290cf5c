using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl journal check</c>: whether the journal of a live run is what was written, and gives its results again.</summary>
internal static class JournalCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var check = new Command(
            "check", "Verifies the journal of a live run: its chain line by line, and that its inputs give its results again; exits with 3 when it is not valid.");
        var assembly = StrategyAssemblyOption.Create(" that the run used");
        run.AddTo(check);
        check.Options.Add(assembly);
        check.SetAction(result =>
        {
            var request = new JournalCheckRequest(run.Directory(result, context))
            {
                StrategyAssemblies = result.AssembliesOf(assembly, context),
            };
            var display = RunDisplay.For(context);
            JournalReport? report = null;
            display.Show(() => report = context.Runtime.CheckJournal(request, new DirectProgress<double>(f => display.Progress(f, "checking")), context.Stop.Token));
            Show(report!, context);
            return report!.Ok ? ExitCode.Ok : ExitCode.Data;
        });
        return new Command("journal", "Inspects the journals of live runs.") { check };
    }

    private static void Show(JournalReport report, CommandContext context)
    {
        Tables.Result(JournalTables.Facts(report), context);
        if (report.Kinds.Count > 0) Tables.Result(JournalTables.Kinds(report), context);
        List("proves", report.Proves, context);
        List("cannot prove", report.CannotProve, context);
        if (report.Ok) return;
        var at = report.BrokenLine is { } line ? FormattableString.Invariant($"({line})") : "";
        context.Error.WriteLine($"error: {report.Path}{at}: {report.Problem ?? "does not hold"}");
    }

    private static void List(string title, IReadOnlyList<string> items, CommandContext context)
    {
        if (items.Count == 0) return;
        context.Out.WriteLine(title + ":");
        foreach (var item in items) context.Out.WriteLine("  " + item);
    }
}
