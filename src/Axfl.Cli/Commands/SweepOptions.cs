using System.CommandLine;
using System.Globalization;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of <c>sweep run</c> and <c>sweep plan</c> and the request they make.</summary>
internal sealed class SweepOptions
{
    private const int Most = 1_000_000;

    private readonly Argument<string> _file = new("FILE") { Description = "Sweep file." };
    private readonly Option<string?> _throttle = ValueOption.Whole("--throttle", "Trials at the same time (default: as many as cores).", 1, Most);
    private readonly Option<bool> _force = new("--force") { Description = "Run more than 100,000 trials." };
    private readonly Option<bool> _allowRejected = DataLayoutOptions.AllowRejected();
    private readonly Option<string[]> _assembly = StrategyAssemblyOption.Create();
    private readonly Option<string?> _timeout = ValueOption.Number("--trial-timeout", "SECONDS", "Longest a trial may take (default: 100 times the median, at least 30 s, once 20 are done).");
    private readonly Option<string?> _keep = ValueOption.Whole("--keep-trades", "Keep the trades of each trial that is among the N best when it ends.", 1, Most);
    private readonly Option<bool> _append = new("--append") { Description = "Add to a sweep of that name with another definition or other bars; its trials stay." };
    private readonly Option<string?> _reuse = new("--reuse-version") { Description = "Take over the rows that this version made, once 1 % of them, at least 20, were run again with equal ledgers.", HelpName = "VERSION" };
    private readonly Option<string> _pool = new("--pool") { Description = "Where trials run: local (this process), hangfire (workers that share a queue: axfl worker) or command (chunks that something else runs: axfl sweep chunk).", DefaultValueFactory = _ => SweepPoolNames.Local };
    private readonly Option<bool> _open = new("--open-holdout") { Description = "Run the trials named with --trial over the held-out bars. It is recorded, and cannot be undone." };
    private readonly Option<string[]> _trial = TrialOption();
    private readonly Option<string?> _chunk = ValueOption.Number("--chunk-seconds", "SECONDS", "Expected time of a chunk, for the pools hangfire and command (default: 30).");
    private readonly Option<bool> _share = new("--share-data") { Description = "Put the bars into the store, for workers that have none: they run with --data-from store." };
    private readonly SweepStoreOption _store = new();

    /// <summary>Numbers of trials.</summary>
    public static Option<string[]> TrialOption() => new("--trial") { Description = "Number of a trial; repeatable.", HelpName = "N", AllowMultipleArgumentsPerToken = true };

    /// <summary>Adds what a plan has.</summary>
    public void AddPlan(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in new Option[] { _throttle, _force, _allowRejected, _assembly }) command.Options.Add(option);
        _store.AddTo(command);
    }

    /// <summary>Adds what a run has besides.</summary>
    public void AddRun(Command command)
    {
        foreach (var option in new Option[] { _timeout, _keep, _append, _reuse, _pool, _chunk, _share, _open, _trial }) command.Options.Add(option);
    }

    /// <summary>The request, its paths absolute.</summary>
    public SweepRequest Request(ParseResult result, CommandContext context) => new()
    {
        Path = context.Absolute(result.GetValue(_file)!),
        Store = _store.Request(result, context),
        WorkingDirectory = context.WorkingDirectory,
        Throttle = result.WholeOf(_throttle) ?? 0,
        Force = result.GetValue(_force),
        AllowRejected = result.GetValue(_allowRejected),
        StrategyAssemblies = result.AssembliesOf(_assembly, context),
        TrialTimeout = result.SecondsOf(_timeout),
        KeepTrades = result.WholeOf(_keep) ?? 0,
        Append = result.GetValue(_append),
        ReuseVersion = result.GetValue(_reuse),
        Pool = result.GetValue(_pool) ?? SweepPoolNames.Local,
        ChunkSeconds = result.SecondsOf(_chunk)?.TotalSeconds ?? new SweepRequest().ChunkSeconds,
        ShareData = result.GetValue(_share),
        OpenHoldout = result.GetValue(_open),
        Trials = Numbers(result.GetValue(_trial)),
    };

    /// <summary>Numbers of trials, as they are given.</summary>
    /// <exception cref="AxflException">One of them is none (<c>TrialNumberInvalid</c>).</exception>
    public static IReadOnlyList<int> Numbers(string[]? given) => [.. (given ?? []).SelectMany(t => t.Split(',')).Select(t =>
        int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new AxflException("TrialNumberInvalid", ErrorKind.Configuration, $"'{t}' is not the number of a trial: give a whole number from 1."))];
}
