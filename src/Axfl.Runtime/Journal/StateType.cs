using System.Reflection;

namespace Axfl.Runtime;

/// <summary>Names of types in a written state.</summary>
internal static class StateType
{
    // Only these bring types in: a state is data.
    private static readonly Assembly[] Sources =
    [
        typeof(StateType).Assembly, typeof(Axfl.Engine.PortfolioEngine).Assembly, typeof(Axfl.Contracts.IStrategy).Assembly, typeof(object).Assembly,
        typeof(SortedSet<>).Assembly, typeof(Queue<>).Assembly,
    ];

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
