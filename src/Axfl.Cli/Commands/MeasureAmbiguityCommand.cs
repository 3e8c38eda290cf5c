using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl measure ambiguity</c>: bounds of what bars cannot tell.</summary>
internal static class MeasureAmbiguityCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new MeasuredOptions();
        var trades = new Option<bool>("--trades") { Description = "List the undecided trades too." };
        var command = new Command("ambiguity", "Shows what the bars of a run cannot tell: undecided trades, and total R between its bounds.") { trades };
        options.AddTo(command);
        command.SetAction(result =>
        {
            var request = options.Request(result, context, new MeasureRequest());
            var ambiguity = MeasuredOptions.Measure(context, request, (asked, progress) => context.Runtime.Measures.Ambiguity(asked, progress, context.Stop.Token));
            if (options.IsJson(result))
            {
                MeasureJson.Write(ambiguity, context.Out);
                return;
            }

            Tables.Result(MeasureTables.Ambiguity(ambiguity), context);
            if (ambiguity.Note.Length > 0) context.Out.WriteLine(ambiguity.Note);
            if (result.GetValue(trades) && ambiguity.Undecided.Count > 0) Tables.Result(MeasureTables.Undecided(ambiguity), context);
        });
        return command;
    }
}
