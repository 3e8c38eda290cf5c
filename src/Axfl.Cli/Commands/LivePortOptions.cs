using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of <c>live-port</c> and the request they make.</summary>
internal sealed class LivePortOptions
{
    private readonly Option<string?> _cfg = new("--cfg") { Description = "Sessions file (default: the shipped one).", HelpName = "FILE" };
    private readonly Option<string> _profile = new("--profile") { Description = "Profile of the sessions file.", DefaultValueFactory = _ => "portfolio" };
    private readonly Option<string> _mode = new("--mode") { Description = "replay: past bars, as fast as possible unless --speed says otherwise.", DefaultValueFactory = _ => "replay" };
    private readonly Option<string?> _source = new("--source") { Description = "Where prices come from, instead of the file's source: auto, csv, simulated, ...", HelpName = "NAME" };
    private readonly Option<string[]> _data = new("--data") { Description = "Bars for csv: a folder, a file, or SYMBOL=path; repeatable. Instead of the file's data_dir.", HelpName = "PATH" };
    private readonly Option<string?> _timezone = new("--data-timezone") { Description = "IANA zone of csv times that have none (default: the dialect's own).", HelpName = "ZONE" };
    private readonly Option<string?> _spread = ValueOption.Number("--spread-pips", "PIPS", "One spread for all symbols, pips.");
    private readonly Option<string?> _since = ValueOption.Time("--since", "First traded bar, inclusive, UTC (default: as early as the data allow after warm-up).");
    private readonly Option<string?> _until = ValueOption.Time("--until", "End, exclusive, UTC (default: the end of the data).");
    private readonly Option<string?> _out = RunArgument.OutOption();
    private readonly Option<string?> _runId = new("--run-id") { Description = "Name of the run (default: profile, time and four letters).", HelpName = "ID" };
    private readonly Option<string[]> _set = new("--set") { Description = "One override, repeatable: risk.max_open_positions=3, strategies.lsg.params.sweep_pips=4.", HelpName = "KEY=VALUE" };
    private readonly Option<string[]> _assembly = new("--strategy-assembly") { Description = "Assembly with strategies of your own; repeatable.", HelpName = "FILE" };
    private readonly Option<string?> _speed = ValueOption.Number("--speed", "X", "Replay speed as a multiple of event time; 0: as fast as possible.");
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Say every gate's refusal as it happens." };

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _mode.AcceptOnlyFromAmong("replay");
        _source.CompletionSources.Add("auto", "csv", "simulated");
        foreach (var option in new Option[]
                 {
                     _cfg, _profile, _mode, _source, _data, _timezone, _spread, _since, _until, _out, _runId, _set, _assembly, _speed, _verbose,
                 })
            command.Options.Add(option);
    }

    /// <summary>The request, its paths absolute.</summary>
    public RunRequest Request(ParseResult result, CommandContext context) => new()
    {
        Mode = result.GetValue(_mode)!,
        SessionsPath = result.GetValue(_cfg) is { } path ? context.Absolute(path) : null,
        Profile = result.GetValue(_profile)!,
        Set = result.GetValue(_set) ?? [],
        Source = result.GetValue(_source),
        DataPath = [.. (result.GetValue(_data) ?? []).Select(p => DataPath(p, context))],
        DataTimezone = result.GetValue(_timezone),
        SpreadPips = result.NumberOf(_spread),
        Since = result.TimeOf(_since),
        Until = result.TimeOf(_until),
        OutputDirectory = context.OutputDirectory(result.GetValue(_out)),
        WorkingDirectory = context.WorkingDirectory,
        RunId = result.GetValue(_runId),
        Speed = result.NumberOf(_speed) ?? 0,
        StrategyAssemblies = [.. (result.GetValue(_assembly) ?? []).Select(context.Absolute)],
        Verbose = result.GetValue(_verbose),
    };

    // SYMBOL=path keeps its symbol; a path that has an equals sign of its own has a separator before it or exists as it stands.
    private static string DataPath(string text, CommandContext context)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var symbol = equals > 0 ? text[..equals] : "";
        if (symbol.Length == 0 || Path.Exists(context.Absolute(text)) || symbol.StartsWith('.') || Path.IsPathRooted(symbol)) return context.Absolute(text);
        return symbol + "=" + context.Absolute(text[(equals + 1)..]);
    }
}
