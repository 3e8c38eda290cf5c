using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that read trades or decisions of runs: of which symbols and strategies.</summary>
public abstract class RowsCmdlet : RunCmdlet
{
    private TradeFilter _filter = new([], []);
    private string[] _symbols = [];

    /// <summary>Symbols in any spelling, wildcards allowed.</summary>
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
    protected override void BeginProcessing()
    {
        // A wildcard stands for letters of the usual spelling.
        _symbols = [.. Symbol.Select(s => WildcardPattern.ContainsWildcardCharacters(s) ? s : SymbolSpelling.Canonical(s))];
        _filter = new TradeFilter(_symbols, Strategy);
    }

    /// <summary>Whether a row of a symbol and a strategy is meant.</summary>
    internal bool Takes(string symbol, string strategy) => _filter.Takes(symbol, strategy);

    /// <summary>What these filters leave out of a run, to be told at its end.</summary>
    /// <param name="run">Run id.</param>
    /// <param name="rows">What the rows are, in the plural.</param>
    internal FilterReport Report(string run, string rows)
    {
        var report = new FilterReport(run, rows);
        report.Add("-Symbol", _symbols, WildcardPattern.ContainsWildcardCharacters);
        report.Add("-Strategy", Strategy, WildcardPattern.ContainsWildcardCharacters);
        return report;
    }
}
