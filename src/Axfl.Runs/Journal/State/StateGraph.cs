using System.Collections;
using System.Reflection;
using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Sessions;
using Axfl.Engine.State;

namespace Axfl.Runs.Journal.State;

/// <summary>
/// What of an object is state: every field of every object of ours that it leads to. Nothing has to be listed, so nothing can be forgotten; what is
/// of a type that is not known here is an error and not left out.
/// </summary>
/// <remarks>
/// Not state are strategies (they are made again and see their bars), observers, delegates, time zones, calendars (they remember the answer given last,
/// to whoever asked), what has to be disposed of, and what is marked <see cref="NotStateAttribute"/>. Objects of the plan are named by their place in it.
/// </remarks>
internal static class StateGraph
{
    private static readonly Dictionary<Type, FieldInfo[]> Known = [];

    /// <summary>Fields of an object or value, those of base types first, by name.</summary>
    public static FieldInfo[] Fields(Type type)
    {
        lock (Known)
        {
            if (Known.TryGetValue(type, out var fields)) return fields;
            var found = new List<FieldInfo>();
            for (var t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
            {
                found.InsertRange(0, t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .Where(f => f.GetCustomAttribute<NotStateAttribute>() is null && !IsNoState(f.FieldType))
                    .OrderBy(f => f.Name, StringComparer.Ordinal));
            }

            return Known[type] = [.. found];
        }
    }

    /// <summary>Names of a type's fields and their types, as a number: another one is another format.</summary>
    public static ulong Layout(Type type)
    {
        // FNV-1a (Fowler, Noll, Vo).
        var hash = 14695981039346656037UL;
        foreach (var character in type.FullName + ":" + string.Join(',', Fields(type).Select(f => f.FieldType + " " + f.Name)))
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }

    /// <summary>Whether a type is never state.</summary>
    public static bool IsNoState(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) || typeof(IStrategy).IsAssignableFrom(type) || typeof(IEngineObserver).IsAssignableFrom(type)
        || typeof(IDisposable).IsAssignableFrom(type) || type == typeof(TimeZoneInfo) || type == typeof(StrategyDefinition) || type == typeof(SessionCalendar)
        || type.GetCustomAttribute<NotStateAttribute>() is not null;

    /// <summary>What a piece of memory is made of; null: the type is none.</summary>
    public static Type? MemoryItem(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>Objects of a plan, always in the same order.</summary>
    public static List<object> PlanObjects(params object[] roots)
    {
        var found = new List<object>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var root in roots) Walk(root, found, seen);
        return found;
    }

    private static void Walk(object? value, List<object> found, HashSet<object> seen)
    {
        if (value is null or string || IsNoState(value.GetType())) return;
        var type = value.GetType();
        if (!type.IsValueType && !seen.Add(value)) return;
        if (value is IEnumerable and not IDictionary && !StateType.IsOurs(type))
        {
            foreach (var item in (IEnumerable)value) Walk(item, found, seen);
        }
        else if (StateType.IsOurs(type) && !type.IsEnum)
        {
            if (!type.IsValueType) found.Add(value);
            foreach (var field in Fields(type)) Walk(field.GetValue(value), found, seen);
        }
    }
}
