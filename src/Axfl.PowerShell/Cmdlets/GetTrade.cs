using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Closed trades of a run.</summary>
[Cmdlet(VerbsCommon.Get, "AxflTrade")]
[OutputType(typeof(Trade))]
public sealed class GetTrade : RunCmdlet
{
    /// <summary>Only these symbols; wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Symbol { get; set; }

    /// <summary>Only these strategies; wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StrategyCompleter))]
    public string[]? Strategy { get; set; }

    /// <summary>Only these reasons of exit.</summary>
    [Parameter]
    [ValidateSet("SL", "TP", "TIME", "EXIT", "HALT", "END")]
    public string[]? Reason { get; set; }

    private protected override void Process()
    {
        var symbol = new Filter(Symbol);
        var strategy = new Filter(Strategy);
        var reason = new Filter(Reason);
        foreach (var trade in Runtime.ReadTrades(RunDirectory()))
            if (symbol.Has(trade.Symbol) && strategy.Has(trade.Strategy) && reason.Has(trade.Reason)) WriteObject(trade);
    }
}
