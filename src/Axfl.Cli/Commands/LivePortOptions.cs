using System.CommandLine;
using System.CommandLine.Parsing;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of <c>live-port</c> and the request they make.</summary>
internal sealed class LivePortOptions
{
    private readonly Option<string?> _cfg = new("--cfg") { Description = "Sessions file (default: the shipped one).", HelpName = "FILE" };
    private readonly Option<string> _profile = new("--profile") { Description = "Profile of the sessions file.", DefaultValueFactory = _ => "portfolio" };
    private readonly Option<string> _mode = new("--mode")
    {
        Description = "replay: historical bars, as fast as possible unless --speed says otherwise. ws: live prices of a provider, filled on paper, until stopped.",
        DefaultValueFactory = _ => "replay",
    };

    private readonly Option<string?> _source = new("--source")
    {
        Description = $"Where prices come from, instead of the file's source: auto, csv or simulated in a replay; {PriceProviders.Or(["auto", .. PriceProviders.Live])} live.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _data = DataPathOption.Create("Bars for csv: a folder, a file, or SYMBOL=path; repeatable. Instead of the file's data_dir.");
    private readonly Option<string?> _timezone = new("--data-timezone") { Description = "Replay: z" + DataLayoutOptions.ZoneHelp[1..], HelpName = "ZONE" };
    private readonly Option<string?> _columns = DataLayoutOptions.Columns();
    private readonly Option<string?> _timeFormat = DataLayoutOptions.TimeFormat();
    private readonly Option<bool> _allowRejected = new("--allow-rejected")
    {
        Description = "Read a bars file of which more than 100 lines, and more than 5 % of it, are rejected; they are not traded on.",
    };

    private readonly Option<string?> _spread = ValueOption.Number("--spread-pips", "PIPS", "One spread for all symbols, pips.");
    private readonly Option<string?> _since = ValueOption.Time("--since", "Replay: first traded bar, inclusive, UTC (default: as early as the data allow after warm-up).");
    private readonly Option<string?> _until = ValueOption.Time("--until", "End, exclusive, UTC (default: the end of the data; live: none).");
    private readonly Option<string?> _out = RunArgument.OutOption();
    private readonly Option<string?> _runId = new("--run-id")
    {
        Description = "Name of the run (default: profile, time and four letters); with --resume: the run to resume.",
        HelpName = "ID",
    };

    private readonly Option<string[]> _set = new("--set") { Description = "One override, repeatable: risk.max_open_positions=3, strategies.lsg.params.sweep_pips=4.", HelpName = "KEY=VALUE" };
    private readonly Option<string[]> _assembly = new("--strategy-assembly") { Description = "Assembly with strategies of your own; repeatable.", HelpName = "FILE" };
    private readonly Option<string?> _speed = ValueOption.Number("--speed", "X", "Replay: speed as a multiple of event time; 0: as fast as possible.");
    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Live: resume a run that ended or was killed: the newest live one, unless --run-id names another. Its plan is the one in its run directory.",
    };

    private readonly Option<bool> _sessionEnd = new("--stop-at-session-end") { Description = "Live: stop at the end of the last session window of the day." };
    private readonly Option<string?> _endpoint = ValueOption.Address(
        "--endpoint", "Live: server of the prices, instead of the provider's own: ws://host:port, wss://, http:// or https:// (axfl fake-feed is one).");

    private readonly Option<string?> _historyEndpoint = ValueOption.Address(
        "--history-endpoint", "Live: server of the history for warm-up and gaps (default: that of --endpoint where given, else each provider's own).");

    private readonly Option<bool> _plain = ValueOption.AllowPlain("Live: ");

    private readonly Option<string?> _trial = new("--trial")
    {
        Description = "Replay a trial of a sweep with all its files: NAME/N. Plan, bars and period are the trial's.", HelpName = "NAME/N",
    };

    private readonly Option<string?> _store = new("--store") { Description = "Store of the sweep (default: that of AXFL_STORE, else sweeps.db beside the output directory).", HelpName = "STORE" };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Report every blocked order as it happens, and details of a live feed." };

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _mode.AcceptOnlyFromAmong("replay", "ws");
        _source.CompletionSources.Add(["auto", "csv", "simulated", .. PriceProviders.Live]);
        foreach (var option in new Option[]
                 {
                     _cfg, _profile, _mode, _source, _data, _timezone, _columns, _timeFormat, _allowRejected, _spread, _since, _until, _out, _runId, _set, _assembly, _speed, _resume, _sessionEnd,
                     _endpoint, _historyEndpoint, _plain, _trial, _store, _verbose,
                 })
            command.Options.Add(option);
        command.Validators.Add(Validate);
    }

    /// <summary>The request, its paths absolute; of a trial what it ran.</summary>
    public RunRequest Request(ParseResult result, CommandContext context) => result.GetValue(_trial) is { } trial
        ? context.Runtime.Sweeps.Replay(SweepTrialRequest.Named(trial) with
        {
            Store = new() { Store = result.GetValue(_store), OutputDirectory = context.OutputDirectory(result.GetValue(_out)), WorkingDirectory = context.WorkingDirectory },
            DataPath = result.PathsOf(_data, context), StrategyAssemblies = [.. (result.GetValue(_assembly) ?? []).Select(context.Absolute)],
        }, Plain(result, context))
        : Plain(result, context);

    private RunRequest Plain(ParseResult result, CommandContext context) => new()
    {
        Mode = result.GetValue(_mode)!,
        SessionsPath = result.GetValue(_cfg) is { } path ? context.Absolute(path) : null,
        Profile = result.GetValue(_profile)!,
        Set = result.GetValue(_set) ?? [],
        Source = result.GetValue(_source),
        DataPath = result.PathsOf(_data, context),
        DataTimezone = result.GetValue(_timezone),
        DataColumns = result.GetValue(_columns),
        DataTimeFormat = result.GetValue(_timeFormat),
        AllowRejected = result.GetValue(_allowRejected),
        SpreadPips = result.NumberOf(_spread),
        Since = result.TimeOf(_since),
        Until = result.TimeOf(_until),
        OutputDirectory = context.OutputDirectory(result.GetValue(_out)),
        WorkingDirectory = context.WorkingDirectory,
        RunId = result.GetValue(_runId),
        Resume = result.GetValue(_resume),
        StopAtSessionEnd = result.GetValue(_sessionEnd),
        Endpoint = result.GetValue(_endpoint),
        HistoryEndpoint = result.GetValue(_historyEndpoint),
        AllowPlain = result.GetValue(_plain),
        Speed = result.NumberOf(_speed) ?? 0,
        StrategyAssemblies = [.. (result.GetValue(_assembly) ?? []).Select(context.Absolute)],
        Verbose = result.GetValue(_verbose),
    };

    private void Validate(CommandResult result)
    {
        try
        {
            RequestRules.Check(result.TextOf(_mode) ?? "replay", [.. Keys.Where(k => result.GetResult(k.Option) is { Implicit: false }).Select(k => k.Key)]);
        }
        catch (AxflException e)
        {
            result.AddError($"{e.Message} {e.RecommendedAction}");
        }
    }

    private OptionOfKey[] Keys =>
    [
        new("Path", _cfg), new("Profile", _profile), new("Source", _source), new("DataPath", _data), new("DataTimezone", _timezone), new("Columns", _columns),
        new("TimeFormat", _timeFormat), new("SpreadPips", _spread), new("Since", _since), new("Until", _until), new("Set", _set), new("Speed", _speed), new("Resume", _resume),
        new("StopAtSessionEnd", _sessionEnd), new("Endpoint", _endpoint), new("HistoryEndpoint", _historyEndpoint), new("AllowPlain", _plain), new("Trial", _trial), new("Store", _store),
    ];

    private sealed record OptionOfKey(string Key, Option Option);
}
