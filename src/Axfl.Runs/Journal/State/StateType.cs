using System.Collections.Concurrent;
using System.Reflection;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Engine;
using Axfl.Providers.Common;

namespace Axfl.Runs.Journal.State;

/// <summary>Names of types in a written state.</summary>
internal static class StateType
{
    private static readonly ConcurrentDictionary<Assembly, bool> Known = new();

    // Only these bring types in: a state is data.
    private static readonly Assembly[] Sources =
    [
        typeof(IStrategy).Assembly, typeof(PortfolioEngine).Assembly, typeof(FxWeek).Assembly, typeof(RunPlan).Assembly, typeof(ITickFeed).Assembly,
        typeof(StateType).Assembly, typeof(object).Assembly, typeof(SortedSet<>).Assembly, typeof(Queue<>).Assembly,
    ];

    /// <summary>Whether a type is one of ours: its assembly is called <c>Axfl.</c>something.</summary>
    public static bool IsOurs(Type type) =>
        Known.GetOrAdd(type.Assembly, static assembly => assembly.GetName().Name!.StartsWith("Axfl.", StringComparison.Ordinal));

    /// <summary>The name of a type.</summary>
    public static string Name(Type type) => type.IsGenericType || type.IsArray ? type.AssemblyQualifiedName! : type.FullName + ", " + type.Assembly.GetName().Name;

    /// <summary>The type of a name.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static Type Find(string name)
    {
        var type = Type.GetType(name, assembly => Array.Find(Sources, s => s.GetName().Name == assembly.Name), null, throwOnError: false);
        return type ?? throw new InvalidDataException($"it has a {name}, which is not known");
    }
}
