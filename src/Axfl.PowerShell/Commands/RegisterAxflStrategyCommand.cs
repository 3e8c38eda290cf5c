using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Makes a script block or a class a strategy that sessions files can name, in this process.</summary>
[Cmdlet(VerbsLifecycle.Register, "AxflStrategy", DefaultParameterSetName = "Script", SupportsShouldProcess = true)]
[OutputType(typeof(AxflStrategy))]
public sealed class RegisterAxflStrategyCommand : AxflCmdlet
{
    /// <summary>Name used in sessions files: lower-case letters, digits and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Script")]
    [ValidatePattern("^[a-z][a-z0-9_]*$")]
    public string Name { get; set; } = "";

    /// <summary>Called at the close of each bar with $bar, $desk, $parameters and $state.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Script")]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>Parameters with their defaults; a parameter takes what its default is: a number, a text, true or false.</summary>
    [Parameter(ParameterSetName = "Script")]
    [Alias("Parameters")]
    public IDictionary Parameter { get; set; } = new Hashtable();

    /// <summary>Indicators the script asks for by a name that does not stand in the call itself; those that do are found.</summary>
    [Parameter(ParameterSetName = "Script")]
    [ArgumentCompleter(typeof(IndicatorCompleter))]
    public string[] Indicator { get; set; } = [];

    /// <summary>One line of help.</summary>
    [Parameter(ParameterSetName = "Script")]
    public string Summary { get; set; } = "A strategy written as a script block.";

    /// <summary>It trades on price levels as such, round numbers for example: Test-AxflStrategy then takes orders that do not move with all prices for information.</summary>
    [Parameter(ParameterSetName = "Script")]
    public SwitchParameter PriceLevels { get; set; }

    /// <summary>Weekdays of warm-up it needs, as Test-AxflStrategy measures them: every run of a plan with fewer warns.</summary>
    [Parameter(ParameterSetName = "Script")]
    [ValidateRange(0, 365)]
    public int? NeedsWarmupDays { get; set; }

    /// <summary>A class with [Axfl.Contracts.Strategy], such as Add-Type makes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Type", ValueFromPipeline = true)]
    public Type Type { get; set; } = null!;

    /// <summary>Replaces a strategy registered before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the strategy.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        var definition = ParameterSetName == "Type" ? Runtime.DescribeStrategy(Type) : OfScript();
        var builtIn = Runtime.GetStrategies([], []).Any(s => s.Name == definition.Name);
        if (builtIn || (StrategyRegistry.Contains(definition.Name) && !Force)) ThrowTerminatingError(ErrorRecords.StrategyExists(definition.Name));
        if (!ShouldProcess(definition.Name, "Register strategy")) return;
        if (ParameterSetName == "Type") StrategyRegistry.Add(definition);
        else StrategyRegistry.Add(definition, (ScriptBlockAst)ScriptBlock.Ast, SessionState.LanguageMode);
        if (PassThru) WriteObject(AxflStrategy.From(definition));
    });

    private Contracts.StrategyDefinition OfScript() =>
        ScriptDefinition.Create(Name, Summary, Parameter, [.. ScriptIndicatorNames.Find((ScriptBlockAst)ScriptBlock.Ast).Union(Indicator, StringComparer.OrdinalIgnoreCase)]) with
        {
            CodeId = ScriptBlock.Ast.Extent.Text,
            PriceLevels = PriceLevels,
            NeedsWarmupDays = NeedsWarmupDays,
        };
}
