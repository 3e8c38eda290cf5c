using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Compatibility;

/// <summary>Brings a section of the older program, which was switched by <c>enabled</c>, into the words of the present one.</summary>
internal static class OlderForm
{
    private const string Switch = "enabled";

    /// <summary>The section; null where it is off.</summary>
    /// <param name="around">The section it stands in.</param>
    /// <param name="node">Its value.</param>
    /// <param name="path">Its key, for messages.</param>
    /// <param name="present">Its present key, for messages.</param>
    /// <param name="names">Older and present names of its keys.</param>
    public static Node Present(Section around, Node node, string path, string present, params (string Older, string Present)[] names)
    {
        switch (node)
        {
            case ScalarNode { IsNull: true }:
                return node;
            case ScalarNode { Plain: true }:
                return Scalars.Flag(node, path, around.Log) is true ? new MapNode(node.Location, []) : Off(node.Location);
            case MapNode map:
                return InPresentWords(around, map, path, present, names) is { } section ? section : Off(node.Location);
            default:
                return node;
        }
    }

    // Null: it is off.
    private static MapNode? InPresentWords(Section around, MapNode map, string path, string present, (string Older, string Present)[] names)
    {
        if (map.Find(Switch) is { } enabled)
        {
            around.Log.Warn(enabled.Location, $"{path}.{Switch}", $"'{Switch}' is of the older form: {present} that is written is on, null switches it off.");
            if (enabled.Value is not ScalarNode { IsNull: true } && Scalars.Flag(enabled.Value, $"{path}.{Switch}", around.Log) is false) return null;
        }

        List<MapEntry> entries = [];
        foreach (var entry in map.Entries)
        {
            if (entry.Key == Switch) continue;
            var name = Array.Find(names, n => n.Older == entry.Key).Present;
            if (name is not null) around.Log.Warn(entry.Location, $"{path}.{entry.Key}", $"'{entry.Key}' is the older name of '{name}': write '{name}'.");
            if (name is not null && map.Find(name) is not null) around.Log.Error(entry.Location, $"{path}.{entry.Key}", $"'{entry.Key}' and '{name}' are the same key: keep '{name}'.");
            else entries.Add(name is null ? entry : entry with { Key = name });
        }

        return map with { Entries = entries };
    }

    private static ScalarNode Off(SourceLocation location) => new(location, "null", Plain: true);
}
