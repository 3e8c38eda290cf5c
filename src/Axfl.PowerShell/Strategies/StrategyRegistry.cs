using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Language;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>The strategies registered in this process with Register-AxflStrategy.</summary>
internal static class StrategyRegistry
{
    private static readonly ConcurrentDictionary<string, Registration> Registered = new(StringComparer.Ordinal);

    /// <summary>Whether a strategy of that name is registered.</summary>
    public static bool Contains(string name) => Registered.ContainsKey(name);

    /// <summary>The registered strategies, to be described and named in sessions files, not run.</summary>
    public static IReadOnlyList<StrategyDefinition> Described =>
        [.. Registered.Values.Select(r => r.Definition).OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>Registers a script block with the language mode of its session.</summary>
    public static void Add(StrategyDefinition definition, ScriptBlockAst script, PSLanguageMode mode) =>
        Registered[definition.Name] = new(definition with { Script = ScriptText.Of(script, mode) }, script, mode);

    /// <summary>Registers a class.</summary>
    public static void Add(StrategyDefinition definition) => Registered[definition.Name] = new(definition, null, PSLanguageMode.FullLanguage);

    /// <summary>The registered strategies for a check or a comparison: what scripts write is dropped.</summary>
    public static RunStrategies Open() => Open(new ScriptSays(verbose: false, isHeard: false));

    /// <summary>The registered strategies ready for one run, with the runspaces of those that are scripts.</summary>
    public static RunStrategies Open(ScriptSays says)
    {
        var scripts = Registered.Values.OrderBy(r => r.Definition.Name, StringComparer.Ordinal).ToArray();
        var runspaces = scripts.Where(r => r.Script is not null).Select(r => r.Mode).Distinct().ToDictionary(m => m, m => new ScriptRunspace(m, says));
        return new RunStrategies(
            [.. scripts.Select(r => r.Script is { } source
                ? r.Definition with { Create = setup => new ScriptStrategy(r.Definition.Name, source, setup, runspaces[r.Mode]) }
                : r.Definition)],
            runspaces.Values);
    }

    private sealed record Registration(StrategyDefinition Definition, ScriptBlockAst? Script, PSLanguageMode Mode);
}

/// <summary>Registered strategies for one run.</summary>
/// <param name="Definitions">As the runtime takes them.</param>
/// <param name="Runspaces">Where scripts run.</param>
internal sealed record RunStrategies(IReadOnlyList<StrategyDefinition> Definitions, IReadOnlyCollection<ScriptRunspace> Runspaces) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1), LookEvery = TimeSpan.FromMilliseconds(250);
    private volatile bool _disposed;

    /// <summary>The run was asked to stop: a call of a script that takes longer than a second is interrupted.</summary>
    public void StopSoon()
    {
        if (Runspaces.Count > 0) _ = Task.Run(Watch);
    }

    private async Task Watch()
    {
        while (!_disposed)
        {
            foreach (var runspace in Runspaces) runspace.InterruptAfter(Grace);
            await Task.Delay(LookEvery);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        foreach (var runspace in Runspaces) runspace.Dispose();
    }
}
