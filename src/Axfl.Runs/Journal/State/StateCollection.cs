using System.Collections;

namespace Axfl.Runs.Journal.State;

/// <summary>Collections in a written state: sets and dictionaries in the order of their keys, the others in their own.</summary>
/// <param name="Item">Type of an item.</param>
/// <param name="IsSorted">Whether order is none of its state.</param>
internal sealed record StateCollection(Type Item, bool IsSorted)
{
    private static readonly Type[] Ordered = [typeof(List<>), typeof(Queue<>)];
    private static readonly Type[] Unordered = [typeof(HashSet<>), typeof(SortedSet<>), typeof(Dictionary<,>), typeof(SortedDictionary<,>)];

    /// <summary>How a type is written; null: it is no collection known here.</summary>
    public static StateCollection? Of(Type type)
    {
        if (!type.IsGenericType) return null;
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (Ordered.Contains(definition)) return new StateCollection(arguments[0], false);
        if (!Unordered.Contains(definition)) return null;
        return new StateCollection(arguments.Length == 1 ? arguments[0] : typeof(KeyValuePair<,>).MakeGenericType(arguments), true);
    }

    /// <summary>How many items an array or collection has.</summary>
    public static int Count(object owner) => owner is ICollection collection ? collection.Count
        : (int)owner.GetType().GetProperty("Count")!.GetValue(owner)!;

    /// <summary>Its items in the order in which they are written.</summary>
    public IEnumerable Sorted(object owner)
    {
        var items = ((IEnumerable)owner).Cast<object?>();
        return IsSorted ? items.OrderBy(Key, Comparer<object?>.Create(Compare)).ToList() : items.ToList();
    }

    /// <summary>Gives a collection these items instead of its own.</summary>
    public static void Fill(object owner, object?[] items)
    {
        var type = owner.GetType();
        type.GetMethod("Clear")!.Invoke(owner, null);
        var add = type.GetMethod(type.GetGenericTypeDefinition() == typeof(Queue<>) ? "Enqueue" : "Add", Arguments(type))!;
        foreach (var item in items) add.Invoke(owner, IsPair(type) ? [Part(item!, "Key"), Part(item!, "Value")] : [item]);
    }

    private static bool IsPair(Type type) => type.GetGenericArguments().Length == 2;

    private static Type[] Arguments(Type type) => type.GetGenericArguments();

    private static object? Part(object pair, string name) => pair.GetType().GetProperty(name)!.GetValue(pair);

    private object? Key(object? item) => item is not null && Item.IsGenericType && Item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) ? Part(item, "Key") : item;

    private static int Compare(object? a, object? b) => a is string x && b is string y ? string.CompareOrdinal(x, y) : Comparer.Default.Compare(a, b);
}
