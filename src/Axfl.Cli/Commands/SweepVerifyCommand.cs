using System.CommandLine;
using System.Globalization;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep verify</c>: runs trials again, alone.</summary>
internal static class SweepVerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var target = new SweepTrialOptions();
        var sample = ValueOption.Number("--sample", "N", "How many trials, spread evenly over those that are done (default: 20).", 1);
        var format = SweepPlanCommand.FormatOption();
        var command = new Command("verify", "Runs trials of a sweep again, each alone as a plain replay; exits with 7 when a ledger differs.");
        target.AddTo(command);
        command.Options.Add(sample);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var display = RunDisplay.For(context);
            var request = target.Request(result, context) with { Sample = (int)Math.Min(result.NumberOf(sample) ?? 20, int.MaxValue) };
            IReadOnlyList<SweepCheck> checks = [];
            display.Show(() => checks = context.Runtime.Sweeps.Verify(
                request, new DirectProgress<SweepProgress>(p => display.Progress(p.Fraction, string.Create(CultureInfo.InvariantCulture, $"verified {p.Done} of {p.Trials}"))), context.Stop.Token));
            if (result.GetValue(format) == "json") foreach (var check in checks) context.Out.WriteLine(SweepJson.Of(check));
            else Tables.Result(SweepRunTables.Checks(checks), context);
            foreach (var check in checks.Where(c => !c.Ok)) context.Error.WriteLine($"error: {check.Sweep}/{check.Trial}: {check.Problem}");
            context.Error.WriteLine($"{Counted.Of(checks.Count(c => c.Ok), "trial")} of {checks.Count} gave the same ledger.");
            return checks.All(c => c.Ok) ? ExitCode.Ok : ExitCode.NotReproduced;
        });
        return command;
    }
}
