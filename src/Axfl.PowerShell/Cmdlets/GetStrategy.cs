using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Strategies and their parameters.</summary>
[Cmdlet(VerbsCommon.Get, "AxflStrategy")]
[OutputType(typeof(StrategyDefinition))]
public sealed class GetStrategy : AxflCmdlet
{
    /// <summary>Names; wildcards allowed. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StrategyCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    private protected override void Process()
    {
        var name = new Filter(Name);
        var found = Runtime.GetStrategies([.. StrategyAssembly.Select(Resolve)], RegisteredStrategies.All).Where(d => name.Has(d.Name)).ToArray();
        if (found.Length == 0 && Name is not null)
        {
            WriteError(ErrorRecords.Of(new AxflException(
                "StrategyNotFound", ErrorKind.Configuration, $"There is no strategy {string.Join(", ", Name)}: Get-AxflStrategy lists them.")));
        }

        WriteObject(found, enumerateCollection: true);
    }
}
