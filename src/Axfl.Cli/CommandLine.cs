using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Axfl.Cli.Commands;
using Axfl.Cli.Hosting;

namespace Axfl.Cli;

/// <summary>The commands of axfl, and the one way to run them: errors become exit codes here and nowhere else.</summary>
internal static class CommandLine
{
    /// <summary>All commands.</summary>
    public static RootCommand Create(CommandContext context) =>
        new("Replays and runs portfolios of FX strategies: sessions, risk gates, costs. Every command answers --help.")
        {
            LivePortCommand.Create(context),
            DataCommand.Create(context),
            SessionsCommand.Create(context),
            StrategiesCommand.Create(context),
            StatusCommand.Create(context),
            TradesCommand.Create(context),
            DecisionsCommand.Create(context),
            MeasureCommand.Create(context),
            RunsCommand.Create(context),
            CompareCommand.Create(context),
            JournalCommand.Create(context),
            HistoryCommand.Create(context),
            FakeFeedCommand.Create(context),
        };

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandContext context)
    {
        try
        {
            var result = Create(context).Parse(args);
            if (result.Action is ParseErrorAction error) return Usage(result, error, context);
            var invocation = new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await result.InvokeAsync(invocation, context.Stop.Token).ConfigureAwait(false);
        }
        // The last line of defence of a process: whatever it is, people get one clear line and the shell a code.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Failure.Report(error, context);
        }
        finally
        {
            Flush(context);
        }
    }

    private static int Usage(ParseResult result, ParseErrorAction action, CommandContext context)
    {
        action.ShowHelp = false;
        result.Invoke(new InvocationConfiguration { Output = context.Error, Error = context.Error });
        var names = new List<string>();
        for (SymbolResult? at = result.CommandResult; at is CommandResult command; at = at.Parent) names.Insert(0, command.Command.Name);
        context.Error.WriteLine($"Usage: axfl {string.Join(' ', names.Skip(1).Append("--help"))}");
        return ExitCode.Usage;
    }

    private static void Flush(CommandContext context)
    {
        context.Out.Flush();
        context.Error.Flush();
    }
}
