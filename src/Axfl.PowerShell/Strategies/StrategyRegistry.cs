using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Language;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>The strategies registered in this process with Register-AxflStrategy.</summary>
internal static class StrategyRegistry
{
    private static readonly ConcurrentDictionary<string, Registration> Registered = new(StringComparer.Ordinal);

    /// <summary>Whether a strategy of that name is registered.</summary>
    public static bool Contains(string name) => Registered.ContainsKey(name);

    /// <summary>The registered strategies, to be described and named in sessions files, not run.</summary>
    public static IReadOnlyList<StrategyDefinition> Described =>
        [.. Registered.Values.Select(r => r.Definition).OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>Registers a script block.</summary>
    public static void Add(StrategyDefinition definition, ScriptBlock script) => Registered[definition.Name] = new(definition, Text(script));

    /// <summary>Registers a class.</summary>
    public static void Add(StrategyDefinition definition) => Registered[definition.Name] = new(definition, null);

    /// <summary>The registered strategies ready for one run, with the runspace of those that are scripts.</summary>
    public static RunStrategies Open()
    {
        var runspace = new ScriptRunspace();
        return new RunStrategies(
            [.. Registered.Values.OrderBy(r => r.Definition.Name, StringComparer.Ordinal).Select(r => r.Script is { } text
                ? r.Definition with { Create = setup => new ScriptStrategy(r.Definition.Name, text, setup, runspace) }
                : r.Definition)],
            runspace);
    }

    // A script block without a param block sees the four names all the same.
    private static string Text(ScriptBlock script) =>
        script.Ast is ScriptBlockAst { ParamBlock: null } ? "param($bar, $desk, $parameters, $state)\n" + script : script.ToString();

    private sealed record Registration(StrategyDefinition Definition, string? Script);
}

/// <summary>Registered strategies for one run.</summary>
/// <param name="Definitions">As the runtime takes them.</param>
/// <param name="Runspace">Where scripts run.</param>
internal sealed record RunStrategies(IReadOnlyList<StrategyDefinition> Definitions, ScriptRunspace Runspace) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Runspace.Dispose();
}
