using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

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
            Description = "What goes to standard output: picture (the run on the whole terminal, redrawn as it goes on), block (statuses, JSON between marker lines), "
                + "jsonl (one line each; also json) or none (default: picture on a terminal, block where it is redirected).",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong("picture", "block", "jsonl", "json", "none");
        var command = new Command("live-port", "Runs a portfolio on paper, over historical bars or live: a picture on a terminal, status blocks where standard output is redirected.");
        options.AddTo(command);
        command.Options.Add(format);
        command.SetAction(result => new LivePortRunner(context).Run(options.Request(result, context), Format(result.GetValue(format), context)));
        return command;
    }

    private static StatusFormat Format(string? name, CommandContext context) => name switch
    {
        "json" or "jsonl" => StatusFormat.Json,
        "none" => StatusFormat.None,
        "block" => StatusFormat.Block,
        "picture" when !context.CanDraw => throw new AxflException(
            "PictureNeedsTerminal", ErrorKind.Configuration, "--status-format picture: standard output is no terminal on which a picture can be drawn.")
        { RecommendedAction = "Omit it, or use block, jsonl or none." },
        "picture" => StatusFormat.Picture,
        _ => context.CanDraw ? StatusFormat.Picture : StatusFormat.Block,
    };
}
