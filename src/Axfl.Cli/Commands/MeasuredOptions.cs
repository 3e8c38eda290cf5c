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
    private readonly PlanOptions _plan = new();
    private readonly Option<string> _format = new("--format") { Description = "table, or json: one object a line.", DefaultValueFactory = _ => "table" };

    /// <summary>What they say of themselves where a run may be given instead.</summary>
    public MeasuredOptions()
    {
        _plan.Cfg.Description = "Instead of RUN: sessions file (default: the shipped one).";
        _plan.Profile.Description = "Instead of RUN: profile of the sessions file (default: portfolio).";
        _plan.Source.Description = "Instead of RUN: auto, csv or simulated, in place of the file's source.";
        _plan.Data.Description += " With RUN: where its bars are now.";
        _plan.AllowRejected.Description = "Instead of RUN: read a bars file of which more than 100 lines, and more than 5 % of it, are rejected.";
        _plan.Spread.Description = "Instead of RUN: one spread for all symbols, pips.";
        _plan.Since.Description = "Instead of RUN: first traded bar, inclusive, UTC (default: as early as the data allow after warm-up).";
        _plan.Until.Description = "Instead of RUN: end, exclusive, UTC (default: the end of the data).";
        _plan.Set.Description = "Instead of RUN: one override, repeatable: risk.max_open_positions=3.";
    }

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong("table", "json");
        _plan.Source.CompletionSources.Add(["auto", "csv", "simulated"]);
        command.Arguments.Add(_run);
        foreach (var option in new Option[] { _out }.Concat(OfPlan).Concat([_plan.Data, _plan.Timezone, _plan.Columns, _plan.TimeFormat, _plan.Assembly, _format])) command.Options.Add(option);
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
        var takesRun = result.GetValue(_run) is not null || !OfPlan.Prepend(_plan.Data).Any(o => IsGiven(result.CommandResult, o));
        return request with
        {
            RunDirectory = takesRun ? RunArgument.Find(result.GetValue(_run), result.GetValue(_out), context) : null,
            Plan = _plan.Request(result, context),
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

    private Option[] OfPlan => [_plan.Cfg, _plan.Profile, _plan.Source, _plan.AllowRejected, _plan.Spread, _plan.Since, _plan.Until, _plan.Set];

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
