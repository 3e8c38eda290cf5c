using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Why each order did or did not become a trade.</summary>
[Cmdlet(VerbsCommon.Get, "AxflDecision")]
[OutputType(typeof(Decision), typeof(string))]
public sealed class GetDecision : RunCmdlet
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

    /// <summary>Only these stages.</summary>
    [Parameter]
    [ValidateSet("place", "fill", "cancel")]
    public string[]? Stage { get; set; }

    /// <summary>Only these results: accepted, filled, a gate, or why it was cancelled; wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Result { get; set; }

    /// <summary>One sentence each, as text.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    private protected override void Process()
    {
        Filter symbol = new(Symbol), strategy = new(Strategy), stage = new(Stage), result = new(Result);
        foreach (var d in Runtime.ReadDecisions(RunDirectory()))
        {
            if (!symbol.Has(d.Symbol) || !strategy.Has(d.Strategy) || !stage.Has(d.Stage) || !result.Has(d.Result)) continue;
            if (Explain) WriteObject(d.Explain());
            else WriteObject(d);
        }
    }
}
