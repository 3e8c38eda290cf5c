using System.Collections.Concurrent;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Strategies registered in this process.</summary>
internal static class RegisteredStrategies
{
    private static readonly ConcurrentDictionary<string, StrategyDefinition> Registered = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All, by name.</summary>
    public static IReadOnlyList<StrategyDefinition> All => [.. Registered.Values.OrderBy(d => d.Name, StringComparer.Ordinal)];

    public static bool Contains(string name) => Registered.ContainsKey(name);

    public static void Add(StrategyDefinition definition) => Registered[definition.Name] = definition;
}
