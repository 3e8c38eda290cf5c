using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Axfl.Cli.Commands;
using Axfl.Cli.Hosting;

namespace Axfl.Cli;

/// <summary>The commands of axfl, and the one way to run them: errors become exit codes here and nowhere else.</summary>
internal static class CommandLine
{
    private static readonly (string Name, Func<CommandContext, Command> Create)[] Commands =
    [
        ("live-port", LivePortCommand.Create),
        ("data", DataCommand.Create),
        ("sessions", SessionsCommand.Create),
        ("alerts", AlertsCommand.Create),
        ("strategies", StrategiesCommand.Create),
        ("strategy", StrategyCommand.Create),
        ("walk-forward", WalkForwardCommand.Create),
        ("show", ShowCommand.Create),
        ("status", StatusCommand.Create),
        ("trades", TradesCommand.Create),
        ("decisions", DecisionsCommand.Create),
        ("measure", MeasureCommand.Create),
        ("report", ReportCommand.Create),
        ("sweep", SweepCommand.Create),
        ("runs", RunsCommand.Create),
        ("compare", CompareCommand.Create),
        ("journal", JournalCommand.Create),
        ("history", HistoryCommand.Create),
        ("doctor", DoctorCommand.Create),
        ("dashboard", DashboardCommand.Create),
        ("fake-feed", FakeFeedCommand.Create),
        ("worker", WorkerCommand.Create),
    ];

    /// <summary>All commands.</summary>
    /// <param name="context">What they run in.</param>
    public static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand("Replays and runs portfolios of FX strategies: sessions, risk gates, costs. Every command answers --help.");
        foreach (var (_, create) in Commands) root.Add(create(context));
        return root;
    }

    /// <summary>Those of a line. One that begins with the name of a command and asks for no help needs that one alone: the others, help and its texts cost a start that is felt.</summary>
    /// <param name="line">The line.</param>
    /// <param name="context">What they run in.</param>
    public static Command CreateFor(IReadOnlyList<string> line, CommandContext context)
    {
        var named = line is [var first, ..] ? Array.Find(Commands, c => c.Name == first) : default;
        return named.Create is null || line.Any(AsksForHelp) ? Create(context) : new Command("axfl") { named.Create(context) };
    }

    /// <summary>Runs one command line to its end.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, CommandContext context)
    {
        try
        {
            return Close(Invoke(args, context), context, isSaid: false);
        }
        // The last line of defence of a process: whatever it is, people get one clear line and the shell a code.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            TryWrite(() => Failure.Say(error, context));
            return Close(Failure.CodeOf(error, context), context, isSaid: true);
        }
    }

    private static bool AsksForHelp(string word) => word is "--help" or "-h" or "/h" or "-?" or "/?";

    private static int Invoke(IReadOnlyList<string> args, CommandContext context)
    {
        var result = CreateFor(args, context).Parse(args);
        if (result.Action is ParseErrorAction error) return Usage(result, error, context);
        var invocation = new InvocationConfiguration
        {
            Output = context.Out,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return result.Action is AsynchronousCommandLineAction
            ? result.InvokeAsync(invocation, context.Stop.Token).GetAwaiter().GetResult()
            : result.Invoke(invocation);
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

    // Output that could not be written makes a success none, and is said once: a replay that had ended before it was told of it does not say it. What a
    // live run did is done all the same, and its own end counts more.
    private static int Close(int code, CommandContext context, bool isSaid)
    {
        isSaid = context.Consoles.Fault is not null && (isSaid || context.GoesOnUnheard);
        TryWrite(context.Out.Flush);
        TryWrite(context.Error.Flush);
        if (context.Consoles.Fault is not { } fault) return code;
        if (!isSaid) TryWrite(() => Failure.Say(fault, context));
        return code == ExitCode.Ok || (!context.GoesOnUnheard && code > ExitCode.Output) ? ExitCode.Output : code;
    }

    private static void TryWrite(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is ConsoleException or IOException)
        {
            // The guard of the stream keeps it, and there is nowhere left to say it.
        }
    }
}
