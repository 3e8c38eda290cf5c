using System.Management.Automation;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the strategies, built in, registered or of an assembly, with their parameters.</summary>
[Cmdlet(VerbsCommon.Get, "AxflStrategy")]
[OutputType(typeof(AxflStrategy))]
public sealed class GetAxflStrategyCommand : AxflCmdlet
{
    /// <summary>Names, wildcards allowed; default all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StrategyCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        var all = Runtime.GetStrategies([.. StrategyAssembly.Select(Absolute)], StrategyRegistry.Described);
        var patterns = TradeFilter.Patterns(Name);
        foreach (var one in all)
            if (TradeFilter.Matches(patterns, one.Name)) WriteObject(AxflStrategy.From(one));
        foreach (var name in Name.Where(n => !WildcardPattern.ContainsWildcardCharacters(n)))
        {
            if (!all.Any(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                WriteError(ErrorRecords.StrategyNotFound(name, all.Select(s => s.Name)));
        }
    });
}
