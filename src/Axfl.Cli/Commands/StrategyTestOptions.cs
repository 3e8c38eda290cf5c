using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of <c>strategy test</c> and the request they make.</summary>
internal sealed class StrategyTestOptions
{
    private readonly Option<string?> _symbol = new("--symbol") { Description = "Symbol (default: the first that the strategy trades in the file; without a file EURUSD).", HelpName = "SYMBOL" };
    private readonly Option<string?> _interval = ValueOption.Interval("--interval", "Length of a bar (default: the file's; without a file 5m).");
    private readonly Option<string?> _cfg = new("--cfg") { Description = "Sessions file with the strategy's parameters (default: the strategy's own defaults).", HelpName = "FILE" };
    private readonly Option<string> _profile = new("--profile") { Description = "Profile of the sessions file.", DefaultValueFactory = _ => "portfolio" };
    private readonly Option<string[]> _set = new("--set") { Description = "One override, repeatable: strategies.orb.params.range_minutes=30, warmup_days=5.", HelpName = "KEY=VALUE" };
    private readonly Option<string?> _source = new("--source") { Description = "Where bars come from: auto, csv or simulated.", HelpName = "NAME" };
    private readonly Option<string[]> _data = DataPathOption.Create("Bars: a folder, a file, or SYMBOL=path; repeatable (default: simulated ones).");
    private readonly Option<string?> _timezone = new("--data-timezone") { Description = DataLayoutOptions.ZoneHelp, HelpName = "ZONE" };
    private readonly Option<string?> _columns = DataLayoutOptions.Columns();
    private readonly Option<string?> _timeFormat = DataLayoutOptions.TimeFormat();
    private readonly Option<bool> _allowRejected = new("--allow-rejected") { Description = "Read a bars file of which more than 100 lines, and more than 5 % of it, are rejected." };
    private readonly Option<string?> _since = ValueOption.Time("--since", "Start of the period, UTC (default: after a quarter of the data, at most 40 weekdays); what is before it is warm-up to compare with.");
    private readonly Option<string?> _until = ValueOption.Time("--until", "End, exclusive, UTC (default: the end of the data).");
    private readonly Option<string?> _cuts = ValueOption.Number("--cuts", "N", $"Cuts of the look-ahead check that are spread over the period, 1 to 10000 (default {StrategyTestRequest.DefaultCuts}); others are at actions.");
    private readonly Option<string[]> _assembly = new("--strategy-assembly") { Description = "Assembly with strategies of your own; repeatable.", HelpName = "FILE" };

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _source.AcceptOnlyFromAmong("auto", "csv", "simulated");
        foreach (var option in new Option[]
                 {
                     _symbol, _interval, _cfg, _profile, _set, _source, _data, _timezone, _columns, _timeFormat, _allowRejected, _since, _until, _cuts, _assembly,
                 })
            command.Options.Add(option);
    }

    /// <summary>The request, its paths absolute.</summary>
    public StrategyTestRequest Request(string name, ParseResult result, CommandContext context)
    {
        string[] assemblies = [.. (result.GetValue(_assembly) ?? []).Select(context.Absolute)];
        return new StrategyTestRequest(name)
        {
            Symbol = result.GetValue(_symbol),
            Interval = result.IntervalOf(_interval),
            Cuts = (int)Math.Min(int.MaxValue, result.NumberOf(_cuts) ?? StrategyTestRequest.DefaultCuts),
            Host = SelfHost.Of(["strategy", "test", name, .. assemblies.SelectMany(a => (string[])["--strategy-assembly", a])]),
            Run = new RunRequest
            {
                SessionsPath = result.GetValue(_cfg) is { } path ? context.Absolute(path) : null,
                Profile = result.GetValue(_profile)!,
                Set = result.GetValue(_set) ?? [],
                Source = result.GetValue(_source),
                DataPath = result.PathsOf(_data, context),
                DataTimezone = result.GetValue(_timezone),
                DataColumns = result.GetValue(_columns),
                DataTimeFormat = result.GetValue(_timeFormat),
                AllowRejected = result.GetValue(_allowRejected),
                Since = result.TimeOf(_since),
                Until = result.TimeOf(_until),
                WorkingDirectory = context.WorkingDirectory,
                StrategyAssemblies = assemblies,
            },
        };
    }
}
