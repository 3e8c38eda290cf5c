using System.CommandLine;
using System.Text;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

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
        var command = new Command("status", "Shows the last status of a run, also of one under way. Exits with 3 when the run's process is gone without a summary, with 5 when its last status is not ok.");
        run.AddTo(command);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var directory = run.Directory(result, context);
            var report = context.Runtime.DescribeRun(directory);
            var status = LastStatus(context, report);
            var to = new StatusStream(context.OutBytes, result.GetValue(format) == "json" ? StatusFormat.Json : StatusFormat.Block);
            to.Write(Encoding.UTF8.GetBytes(context.Runtime.ToJson(status)));
            to.Flush();
            return Judge(report, status, context);
        });
        return command;
    }

    private static PortfolioStatus LastStatus(CommandContext context, RunReport report)
    {
        try
        {
            return report.StatusNow(context.Runtime.ReadStatus(report.Directory));
        }
        catch (AxflException e) when (e.ErrorId == "StatusNotFound" && report.Error is { } error)
        {
            throw new AxflException(e.ErrorId, e.Kind, $"{report.Run}: {report.State} before its first status. {error}", e) { Target = e.Target };
        }
    }

    private static int Judge(RunReport report, PortfolioStatus status, CommandContext context)
    {
        if (report.IsLost)
        {
            context.Error.WriteLine($"{report.Run}: {report.State}. {report.Error}"
                + (status.Positions.Count > 0 ? $" {Counted.Of(status.Positions.Count, "position")} {(status.Positions.Count == 1 ? "was" : "were")} open." : "")
                + (report.Mode == "ws" ? $" Resume it: axfl live-port --mode ws --resume --run-id {report.Run}" : ""));
            return ExitCode.Data;
        }

        if (status.Ok)
        {
            // A run that is over and has an error: it failed, or a file of it is torn.
            if (!report.IsRunning && report.Error is { } error) context.Error.WriteLine($"{report.Run}: {report.State}. {error}");
            return ExitCode.Ok;
        }

        context.Error.WriteLine($"{report.Run}: {report.State}. {status.Error ?? report.Error}");
        return ExitCode.Feed;
    }
}
