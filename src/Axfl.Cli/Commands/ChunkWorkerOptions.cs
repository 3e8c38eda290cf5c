using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>What a worker, or a command that runs one chunk, has: store, bars, strategies, threads.</summary>
/// <param name="throttle">What is done at the same time.</param>
internal sealed class ChunkWorkerOptions(string throttle)
{
    private const string FromStore = "store", FromPath = "path";

    private readonly Option<string[]> _data = DataPathOption.Create("Bars instead of those of the sweep: a folder, a file, or SYMBOL=path; repeatable. They must be the same bars.");
    private readonly Option<string?> _dataFrom = From();
    private readonly Option<string?> _throttle = ValueOption.Whole("--throttle", throttle + " at the same time (default: as many as cores).", 1, 1024);
    private readonly Option<string?> _timeout = ValueOption.Number("--trial-timeout", "SECONDS", "Longest a trial may take (default: 100 times the median, at least 30 s, once 20 are done); beyond it this process ends.");
    private readonly Option<string[]> _assembly = StrategyAssemblyOption.Create(" that the sweep uses");
    private readonly SweepStoreOption _store = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _data, _dataFrom, _throttle, _timeout, _assembly }) command.Options.Add(option);
        _store.AddTo(command);
    }

    /// <summary>What the machine has.</summary>
    public ChunkWorkerRequest Request(ParseResult result, CommandContext context) => new()
    {
        Store = _store.Request(result, context), WorkingDirectory = context.WorkingDirectory, DataPath = result.PathsOf(_data, context), DataFromStore = result.GetValue(_dataFrom) == FromStore,
        Throttle = result.WholeOf(_throttle) ?? 0, TrialTimeout = result.SecondsOf(_timeout), StrategyAssemblies = result.AssembliesOf(_assembly, context),
    };

    /// <summary>Does the work; a trial that does not end makes the exit code that of failed trials.</summary>
    public static int Guard(CommandContext context, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (AxflException e) when (e.ErrorId == "TrialHangs")
        {
            Failure.Say(e, context);
            return ExitCode.TrialsFailed;
        }
    }

    private static Option<string?> From()
    {
        var option = new Option<string?>("--data-from") { Description = "path: bars of this machine (default); store: those put into the store by sweep run --share-data.", HelpName = "WHERE" };
        option.AcceptOnlyFromAmong(FromPath, FromStore);
        return option;
    }
}
