using System.Collections;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Makes a strategy of a script block, or of a class compiled by Add-Type, known to this process.</summary>
[Cmdlet(VerbsLifecycle.Register, "AxflStrategy", DefaultParameterSetName = "ScriptBlock", SupportsShouldProcess = true)]
[OutputType(typeof(StrategyDefinition))]
public sealed class RegisterStrategy : AxflCmdlet
{
    /// <summary>Name used in sessions files.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ScriptBlock")]
    [ValidatePattern("^[a-z][a-z0-9_]*$")]
    public string Name { get; set; } = "";

    /// <summary>Called at each complete bar with $bar, $desk, $parameters, $state. It runs in a runspace of its own.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "ScriptBlock")]
    public ScriptBlock? ScriptBlock { get; set; }

    /// <summary>Parameters and their defaults: numbers, true or false, text.</summary>
    [Parameter(ParameterSetName = "ScriptBlock")]
    public Hashtable Parameter { get; set; } = [];

    /// <summary>One line of help.</summary>
    [Parameter(ParameterSetName = "ScriptBlock")]
    public string Summary { get; set; } = "A script block.";

    /// <summary>A class with [Axfl.Contracts.Strategy] that implements IStrategy.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Type", ValueFromPipeline = true)]
    public Type? Type { get; set; }

    /// <summary>Replaces a strategy registered before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var definition = Type is { } type ? Runtime.DescribeStrategy(type) : OfScript();
        if (Runtime.GetStrategies([], []).Any(d => d.Name == definition.Name) || (RegisteredStrategies.Contains(definition.Name) && !Force))
        {
            throw new AxflException("StrategyNameTaken", ErrorKind.Configuration,
                $"There is a strategy '{definition.Name}' already: give another name, or -Force to replace one registered before.") { Target = definition.Name };
        }

        if (!ShouldProcess(definition.Name, "Register strategy")) return;
        RegisteredStrategies.Add(definition);
        WriteObject(definition);
    }

    private StrategyDefinition OfScript()
    {
        var script = ScriptBlock!.ToString();
        if (!script.TrimStart().StartsWith("param", StringComparison.OrdinalIgnoreCase)) script = "param($bar, $desk, $parameters, $state)\n" + script;
        var parameters = Parameter.Cast<DictionaryEntry>().Select(e => Describe((string)e.Key, e.Value))
            .Append(new StrategyParameterInfo("time_stop_minutes", typeof(int), true, "minutes", 1, 100_000, 120, "Close a position that has been open this long."))
            .DistinctBy(p => p.Name).ToArray();
        return new StrategyDefinition(Name, Summary, parameters, "script", setup => new ScriptStrategy(script, setup));
    }

    private static StrategyParameterInfo Describe(string name, object? value)
    {
        var plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        return plain switch
        {
            bool b => new StrategyParameterInfo(name, typeof(bool), false, "true|false", null, null, b, ""),
            int or long or double or decimal or float when name == "time_stop_minutes" =>
                new StrategyParameterInfo(name, typeof(int), true, "minutes", 1, 100_000, Convert.ToInt32(plain, System.Globalization.CultureInfo.InvariantCulture), ""),
            int or long or double or decimal or float =>
                new StrategyParameterInfo(name, typeof(double), false, "", null, null, Convert.ToDouble(plain, System.Globalization.CultureInfo.InvariantCulture), ""),
            string s => new StrategyParameterInfo(name, typeof(string), false, "text", null, null, s, ""),
            _ => throw new AxflException("StrategyParameterUnfit", ErrorKind.Configuration,
                $"The default of '{name}' is no number, no text and neither true nor false.") { Target = name },
        };
    }
}
