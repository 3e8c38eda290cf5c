using System.CommandLine;
using System.Text;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl status</c>: the last status of a run.</summary>
internal static class StatusCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var format = new Option<string>("--status-format")
        {
            Description = "block (JSON between marker lines) or json (one line).",
            DefaultValueFactory = _ => "block",
        };
        format.AcceptOnlyFromAmong("block", "json");
        var command = new Command("status", "Shows the last status of a run, also of one that is still going on.");
        run.AddTo(command);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var status = context.Runtime.ReadStatus(run.Directory(result, context));
            var to = new StatusStream(context.OutBytes, result.GetValue(format) == "json" ? StatusFormat.Json : StatusFormat.Block);
            to.Write(Encoding.UTF8.GetBytes(context.Runtime.ToJson(status)));
            to.Flush();
        });
        return command;
    }
}
