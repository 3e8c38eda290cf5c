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
    // Contracts, engine, data, configuration, providers and runs: a state is made of their types.
    private static readonly Assembly[] Ours =
    [
        typeof(IStrategy).Assembly, typeof(PortfolioEngine).Assembly, typeof(FxWeek).Assembly, typeof(RunPlan).Assembly, typeof(ITickFeed).Assembly,
        typeof(StateType).Assembly,
    ];

    // Only these bring types in: a state is data.
    private static readonly Assembly[] Sources = [.. Ours, typeof(object).Assembly, typeof(SortedSet<>).Assembly, typeof(Queue<>).Assembly];

    /// <summary>Whether a type is one of ours; those of the product's strategies too, which tests compare.</summary>
    public static bool IsOurs(Type type) => Ours.Contains(type.Assembly) || type.Assembly.GetName().Name == "Axfl.Strategies";

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
