using System.CommandLine;
using System.CommandLine.Parsing;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>What the measures of a run have in common: the run, or plan, data and period; the form of the result; progress.</summary>
internal sealed class MeasuredOptions
{
    private readonly Argument<string?> _run = new("RUN")
    {
        Description = "Run id, or path of a run directory: its plan and bars are read again; the newest run when neither it nor a plan is given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _out = RunArgument.OutOption();
    private readonly Option<string?> _cfg = new("--cfg") { Description = "Instead of RUN: sessions file (default: the shipped one).", HelpName = "FILE" };
    private readonly Option<string?> _profile = new("--profile") { Description = "Instead of RUN: profile of the sessions file (default: portfolio)." };
    private readonly Option<string?> _source = new("--source") { Description = "Instead of RUN: auto, csv or simulated, in place of the file's source.", HelpName = "NAME" };
    private readonly Option<string[]> _data = DataPathOption.Create("Bars for csv: a folder, a file, or SYMBOL=path; repeatable. With RUN: where its bars are now.");
    private readonly Option<string?> _timezone = new("--data-timezone") { Description = DataLayoutOptions.ZoneHelp, HelpName = "ZONE" };
    private readonly Option<string?> _columns = DataLayoutOptions.Columns();
    private readonly Option<string?> _timeFormat = DataLayoutOptions.TimeFormat();
    private readonly Option<bool> _allowRejected = new("--allow-rejected") { Description = "Instead of RUN: read a bars file of which more than 100 lines, and more than 5 % of it, are rejected." };
    private readonly Option<string?> _spread = ValueOption.Number("--spread-pips", "PIPS", "Instead of RUN: one spread for all symbols, pips.");
    private readonly Option<string?> _since = ValueOption.Time("--since", "Instead of RUN: first traded bar, inclusive, UTC (default: as early as the data allow after warm-up).");
    private readonly Option<string?> _until = ValueOption.Time("--until", "Instead of RUN: end, exclusive, UTC (default: the end of the data).");
    private readonly Option<string[]> _set = new("--set") { Description = "Instead of RUN: one override, repeatable: risk.max_open_positions=3.", HelpName = "KEY=VALUE" };
    private readonly Option<string[]> _assembly = new("--strategy-assembly") { Description = "Assembly with strategies of your own; repeatable.", HelpName = "FILE" };
    private readonly Option<string> _format = new("--format") { Description = "table, or json: one object a line.", DefaultValueFactory = _ => "table" };

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong("table", "json");
        _source.CompletionSources.Add(["auto", "csv", "simulated"]);
        command.Arguments.Add(_run);
        foreach (var option in new Option[] { _out }.Concat(OfPlan).Concat([_data, _timezone, _columns, _timeFormat, _assembly, _format])) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_run) is not { Tokens.Count: > 0 }) return;
            foreach (var option in OfPlan.Where(o => IsGiven(result, o))) result.AddError($"{option.Name} is for a plan: omit it when a run is given.");
        });
    }

    /// <summary>What is asked for, its paths absolute.</summary>
    /// <typeparam name="T">The request.</typeparam>
    /// <param name="result">The command line.</param>
    /// <param name="context">Whose runtime finds the run.</param>
    /// <param name="request">The rest of it.</param>
    public T Request<T>(ParseResult result, CommandContext context, T request)
        where T : MeasureRequest
    {
        var takesRun = result.GetValue(_run) is not null || !new[] { _data }.Concat(OfPlan).Any(o => IsGiven(result.CommandResult, o));
        return request with
        {
            RunDirectory = takesRun ? RunArgument.Find(result.GetValue(_run), result.GetValue(_out), context) : null,
            Plan = new RunRequest
            {
                SessionsPath = result.GetValue(_cfg) is { } path ? context.Absolute(path) : null,
                Profile = result.GetValue(_profile) ?? "portfolio",
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
                WorkingDirectory = context.WorkingDirectory,
                StrategyAssemblies = [.. (result.GetValue(_assembly) ?? []).Select(context.Absolute)],
            },
        };
    }

    /// <summary>Whether the result is wanted as JSON.</summary>
    public bool IsJson(ParseResult result) => result.GetValue(_format) == "json";

    /// <summary>Measures under a display of progress and notices.</summary>
    /// <typeparam name="TRequest">The request.</typeparam>
    /// <typeparam name="TResult">What is found.</typeparam>
    public static TResult Measure<TRequest, TResult>(CommandContext context, TRequest request, Func<TRequest, IProgress<MeasureProgress>, TResult> measure)
        where TRequest : MeasureRequest
    {
        var display = RunDisplay.For(context);
        var found = default(TResult);
        display.Show(() => found = measure(
            request with { Notify = n => display.Notice(n.Level, n.Message) }, new DirectProgress<MeasureProgress>(p => display.Progress(p.Share, p.Step))));
        return found!;
    }

    private Option[] OfPlan => [_cfg, _profile, _source, _allowRejected, _spread, _since, _until, _set];

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
