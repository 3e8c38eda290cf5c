using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl doctor</c>: whether a live run can be started now.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new DoctorOptions();
        var format = new Option<string>("--format") { Description = "table, or json: one object a line.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command(
            "doctor", "Looks whether a live run can be started now: plan, windows, history, feed, clock, disk, locks, news calendar, alerts. Starts nothing and writes nothing; exits with 8 when a check fails, never for warnings.");
        options.AddTo(command);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var request = options.Request(result, context);
            var display = RunDisplay.For(context);
            IReadOnlyList<HealthResult> rows = [];
            display.Show(() => rows = context.Runtime.CheckHealth(
                request, options.SendsAlerts(result), new DirectProgress<double>(f => display.Progress(f, "checking")), context.Stop.Token).GetAwaiter().GetResult());
            if (result.GetValue(format) == "json") foreach (var row in rows) HealthJson.Write(row, context.Out);
            else
            {
                Tables.Result(HealthTables.Rows(rows), context);
                if (rows.Any(r => r.Remedy is not null)) Tables.Result(HealthTables.Remedies(rows), context);
            }

            context.Error.WriteLine(string.Join(", ", new[] { HealthStates.Ok, HealthStates.Warning, HealthStates.Failed }.Select(s => $"{rows.Count(r => r.State == s)} {s}")));
            return rows.Any(r => r.State == HealthStates.Failed) ? ExitCode.CheckFailed : ExitCode.Ok;
        });
        return command;
    }
}
