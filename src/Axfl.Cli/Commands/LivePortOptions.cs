using System.CommandLine;
using System.CommandLine.Parsing;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of <c>live-port</c> and the request they make.</summary>
internal sealed class LivePortOptions
{
    private readonly PlanOptions _plan = new();
    private readonly Option<string> _mode = new("--mode")
    {
        Description = "replay: historical bars, as fast as possible unless --speed says otherwise. ws: live prices of a provider, filled on paper, until stopped.",
        DefaultValueFactory = _ => "replay",
    };

    private readonly Option<string?> _out = RunArgument.OutOption();
    private readonly Option<string?> _runId = new("--run-id")
    {
        Description = "Name of the run (default: profile, time and four letters); with --resume: the run to resume.",
        HelpName = "ID",
    };

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

    /// <summary>What they say of themselves in a run.</summary>
    public LivePortOptions()
    {
        _plan.Profile.DefaultValueFactory = _ => "portfolio";
        _plan.Source.Description = $"Where prices come from, instead of the file's source: auto, csv or simulated in a replay; {PriceProviders.Or(["auto", .. PriceProviders.Live])} live.";
        _plan.Data.Description += " Instead of the file's data_dir.";
        _plan.Timezone.Description = "Replay: z" + DataLayoutOptions.ZoneHelp[1..];
        _plan.AllowRejected.Description = "Read a bars file of which more than 100 lines, and more than 5 % of it, are rejected; they are not traded on.";
        _plan.Since.Description = "Replay: first traded bar, inclusive, UTC (default: as early as the data allow after warm-up).";
        _plan.Until.Description = "End, exclusive, UTC (default: the end of the data; live: none).";
        _plan.Set.Description = "One override, repeatable: risk.max_open_positions=3, strategies.lsg.params.sweep_pips=4.";
    }

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _mode.AcceptOnlyFromAmong("replay", "ws");
        _plan.Source.CompletionSources.Add(["auto", "csv", "simulated", .. PriceProviders.Live]);
        foreach (var option in new Option[]
                 {
                     _plan.Cfg, _plan.Profile, _mode, _plan.Source, _plan.Data, _plan.Timezone, _plan.Columns, _plan.TimeFormat, _plan.AllowRejected, _plan.Spread, _plan.Since, _plan.Until, _out, _runId,
                     _plan.Set, _plan.Assembly, _speed, _resume, _sessionEnd,
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
            DataPath = result.PathsOf(_plan.Data, context), StrategyAssemblies = result.AssembliesOf(_plan.Assembly, context),
        }, Plain(result, context))
        : Plain(result, context);

    private RunRequest Plain(ParseResult result, CommandContext context) => _plan.Request(result, context) with
    {
        Mode = result.GetValue(_mode)!,
        OutputDirectory = context.OutputDirectory(result.GetValue(_out)),
        RunId = result.GetValue(_runId),
        Resume = result.GetValue(_resume),
        StopAtSessionEnd = result.GetValue(_sessionEnd),
        Endpoint = result.GetValue(_endpoint),
        HistoryEndpoint = result.GetValue(_historyEndpoint),
        AllowPlain = result.GetValue(_plain),
        Speed = result.NumberOf(_speed) ?? 0,
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
        new("Path", _plan.Cfg), new("Profile", _plan.Profile), new("Source", _plan.Source), new("DataPath", _plan.Data), new("DataTimezone", _plan.Timezone), new("Columns", _plan.Columns),
        new("TimeFormat", _plan.TimeFormat), new("SpreadPips", _plan.Spread), new("Since", _plan.Since), new("Until", _plan.Until), new("Set", _plan.Set), new("Speed", _speed), new("Resume", _resume),
        new("StopAtSessionEnd", _sessionEnd), new("Endpoint", _endpoint), new("HistoryEndpoint", _historyEndpoint), new("AllowPlain", _plain), new("Trial", _trial), new("Store", _store),
    ];

    private sealed record OptionOfKey(string Key, Option Option);
}
