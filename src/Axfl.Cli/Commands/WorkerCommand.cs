using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl worker</c>: runs chunks of the queue; <c>axfl worker list</c> shows who does.</summary>
internal static class WorkerCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var sweep = new Option<string[]>("--sweep") { Description = "Name of a sweep to work for; repeatable (default: all of the store).", HelpName = "NAME" };
        var drain = new Option<bool>("--drain") { Description = "End when no chunk is left to do." };
        var options = new ChunkWorkerOptions("Chunks");
        var command = new Command(
            "worker", "Runs chunks of sweeps submitted with --pool hangfire, on any machine that reaches the store, until it is stopped. Exits with 2 when its code, data or clock are not those of any sweep there is to do.")
        {
            List(context),
        };
        command.Options.Add(sweep);
        command.Options.Add(drain);
        options.AddTo(command);
        command.SetAction(result => ChunkWorkerOptions.Guard(context, () =>
        {
            var output = new SweepOutput(context, "none");
            var request = new SweepWorkerRequest { Sweeps = result.GetValue(sweep) ?? [], Drain = result.GetValue(drain), Worker = options.Request(result, context) };
            output.Show(() => context.Runtime.SweepPools.Work(request, output, context.Stop.Token));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command List(CommandContext context)
    {
        var store = new SweepStoreOption();
        var format = SweepPlanCommand.FormatOption();
        var command = new Command("list", "Lists the workers that are there, and all that have ever brought a row to the store.");
        store.AddTo(command);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var workers = context.Runtime.SweepPools.Workers(store.Request(result, context));
            if (result.GetValue(format) == "json")
            {
                foreach (var worker in workers) context.Out.WriteLine(SweepJson.Of(worker));
                return;
            }

            var table = new TextTable("", "worker", "alive", "seen", "sweeps", ">rows", "version");
            foreach (var w in workers)
                table.Add(w.Worker, w.Alive ? "yes" : "no", w.SeenAt is { } seen ? Numbers.Time(seen) : "-", w.Sweeps.Count > 0 ? string.Join(", ", w.Sweeps) : "-", Numbers.Count(w.Rows), w.Version.Length > 0 ? w.Version : "-");
            Tables.Result(table, context);
            if (workers.Count == 0) context.Error.WriteLine("No worker is running, and none has delivered a result.");
        });
        return command;
    }
}
