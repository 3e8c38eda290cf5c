using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the closed trades of a run, in order of closing.</summary>
[Cmdlet(VerbsCommon.Get, "AxflTrade", DefaultParameterSetName = "Run")]
[OutputType(typeof(Trade))]
public sealed class GetAxflTradeCommand : RunCmdlet
{
    private TradeFilter _filter = new([], []);

    /// <summary>Symbols, wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SymbolCompleter))]
    public string[] Symbol { get; set; } = [];

    /// <summary>Strategy ids, wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StrategyCompleter))]
    public string[] Strategy { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing() => _filter = new TradeFilter(Symbol, Strategy);

    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        var run = System.IO.Path.GetFileName(directory);
        var report = new FilterReport(run, "trades");
        report.Add("-Symbol", Symbol, WildcardPattern.ContainsWildcardCharacters);
        report.Add("-Strategy", Strategy, WildcardPattern.ContainsWildcardCharacters);
        foreach (var trade in Runtime.ReadTrades(directory))
        {
            var taken = _filter.Takes(trade.Symbol, trade.Strategy);
            report.Count(taken, ("-Symbol", trade.Symbol), ("-Strategy", trade.Strategy));
            if (taken) WriteObject(trade with { Run = run });
        }

        Tell(report);
    }
}
