using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl live-port</c>: runs a portfolio, in replay or live.</summary>
internal static class LivePortCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var options = new LivePortOptions();
        var format = new Option<string>("--status-format")
        {
            Description = "Statuses on standard output: block (JSON between marker lines), json (one line each) or none.",
            DefaultValueFactory = _ => "block",
        };
        format.AcceptOnlyFromAmong("block", "json", "none");
        var command = new Command("live-port", "Runs a portfolio on paper, over historical bars or live. Status blocks go to standard output.");
        options.AddTo(command);
        command.Options.Add(format);
        command.SetAction(result => new LivePortRunner(context).Run(options.Request(result, context), result.GetValue(format) switch
        {
            "json" => StatusFormat.Json,
            "none" => StatusFormat.None,
            _ => StatusFormat.Block,
        }));
        return command;
    }
}
