using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives what happened to every order a strategy placed: accepted, filled, cancelled, or blocked by which gate and why.</summary>
[Cmdlet(VerbsCommon.Get, "AxflDecision", DefaultParameterSetName = "Run")]
[OutputType(typeof(Decision), typeof(string))]
public sealed class GetAxflDecisionCommand : RowsCmdlet
{
    private WildcardPattern[] _results = [];

    /// <summary>Results, wildcards allowed: accepted, filled or the name of a gate.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResultCompleter))]
    public string[] Result { get; set; } = [];

    /// <summary>One sentence for each decision instead of an object.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _results = TradeFilter.Patterns(Result);
    }

    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        var run = System.IO.Path.GetFileName(directory);
        var report = Report(run, "decisions");
        report.Add("-Result", Result, WildcardPattern.ContainsWildcardCharacters, Runtime.DecisionResults);
        foreach (var decision in Runtime.ReadDecisions(directory))
        {
            var taken = Takes(decision.Symbol, decision.Strategy) && TradeFilter.Matches(_results, decision.Result);
            report.Count(taken, ("-Symbol", decision.Symbol), ("-Strategy", decision.Strategy), ("-Result", decision.Result));
            if (taken) WriteObject(Explain ? decision.Explain() : decision with { Run = run });
        }

        Tell(report);
    }
}
