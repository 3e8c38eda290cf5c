using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep chunk</c>: runs one chunk of a sweep that was submitted.</summary>
internal static class SweepChunkCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the sweep." };
        var number = new Argument<int>("K") { Description = "Number of the chunk, from 1." };
        number.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var k) && k > 0))
                result.AddError($"K must be the number of a chunk, a whole number from 1, not '{result.Tokens[0].Value}'.");
        });
        var options = new ChunkWorkerOptions("Trials");
        var format = SweepPlanCommand.FormatOption();
        var command = new Command(
            "chunk", "Runs one chunk of a sweep that was submitted with --pool command, on any machine that reaches the store. A chunk that is done is skipped. Exits with 2 when code, data or clock are not those of the sweep.")
        {
            name, number,
        };
        options.AddTo(command);
        command.Options.Add(format);
        command.SetAction(result => ChunkWorkerOptions.Guard(context, () =>
        {
            var output = new SweepOutput(context, "none");
            ChunkReport? report = null;
            var request = new SweepChunkRequest { Sweep = result.GetValue(name)!, Chunk = result.GetValue(number), Worker = options.Request(result, context) };
            output.Show(() => report = context.Runtime.SweepPools.RunChunk(request, output, context.Stop.Token));
            if (result.GetValue(format) == "json") context.Out.WriteLine(SweepJson.Of(report!));
            else context.Out.WriteLine(Text(report!));
            if (report!.Error is { } error) context.Error.WriteLine("error: " + error);
            return report.Alarms.Count > 0 ? ExitCode.NotReproduced : report.Failed > 0 ? ExitCode.TrialsFailed : ExitCode.Ok;
        }));
        return command;
    }

    private static string Text(ChunkReport r)
    {
        var which = $"{r.Sweep}: chunk {Numbers.Count(r.Chunk)} of {Numbers.Count(r.Chunks)}, trials {Numbers.Count(r.First)} to {Numbers.Count(r.Last)}";
        return r.Skipped ? $"{which}: done already by {r.Worker}." : $"{which}: {Numbers.Count(r.Done)} done, {Numbers.Count(r.Failed)} failed in {SweepOutput.Time(TimeSpan.FromSeconds(r.WallSeconds))}.";
    }
}
