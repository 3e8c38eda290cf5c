using Axfl.Contracts;

namespace Axfl.Configuration.Yaml;

/// <summary>One map of the file, read key by key; every value it gives is recorded with its origin.</summary>
/// <param name="map">The map; null: the section is absent and everything is default.</param>
/// <param name="path">Dotted key of the section, with the profile: <c>portfolio.risk</c>.</param>
/// <param name="name">Dotted key without the profile, for <see cref="PlanValue"/>; null: values are not recorded.</param>
/// <param name="keys">Keys it may have.</param>
/// <param name="log">Where problems go.</param>
/// <param name="values">Where values go.</param>
/// <param name="parent">The section it stands in; null: none.</param>
internal sealed class Section(
    MapNode? map, string path, string? name, IReadOnlyList<string> keys, ProblemLog log, List<PlanValue> values, Section? parent = null)
{
    private readonly HashSet<string> _olderNames = new(StringComparer.Ordinal);

    public ProblemLog Log => log;

    /// <summary>The section it stands in; null: none.</summary>
    public Section? Parent => parent;

    /// <summary>Where it is written; null: it is absent.</summary>
    public SourceLocation? Location => map?.Location;

    public string Path(string key) => path.Length == 0 ? key : path + "." + key;

    /// <summary>The entry of a key under its present or an older name (then a warning names the present one); null: absent.</summary>
    public MapEntry? Find(string key, params string[] older)
    {
        var entry = map?.Find(key);
        foreach (var old in older)
        {
            if (map?.Find(old) is not { } found) continue;
            _olderNames.Add(old);
            log.Warn(found.Location, Path(old), $"'{old}' is the older name of '{key}': write '{key}'.");
            if (entry is null || (found.Value.Location.IsCommandLine && !entry.Value.Location.IsCommandLine)) entry = found;
            else if (entry.Value.Location.IsCommandLine == found.Value.Location.IsCommandLine)
                log.Error(found.Location, Path(old), $"'{old}' and '{entry.Key}' are the same key: keep '{key}'.");
        }

        return entry;
    }

    /// <summary>Names keys of the older program that this section may have besides its own.</summary>
    public void AcceptOlder(IEnumerable<string> older) => _olderNames.UnionWith(older);

    /// <summary>The same section with another value of a key.</summary>
    public Section With(string key, Node value) =>
        new((map ?? new MapNode(value.Location, [])).With(new MapEntry(key, value.Location, value)), path, name, keys, log, values, parent);

    /// <summary>The node of a key, or null when the key is absent.</summary>
    public Node? Node(string key) => map?.Find(key)?.Value;

    public double Number(string key, double fallback, double? min, double? max, bool above = false) =>
        Keep(key, Node(key) is { } node ? Scalars.Number(node, Path(key), min, max, log, above) ?? fallback : fallback, Scalars.Show);

    /// <summary>A number that null switches off.</summary>
    public double? Limit(string key, double? fallback, double? min, double? max, bool above = false)
    {
        var value = Node(key) switch
        {
            null => fallback,
            ScalarNode { IsNull: true } => null,
            { } node => Scalars.Number(node, Path(key), min, max, log, above) ?? fallback,
        };
        return Keep(key, value, v => v is { } x ? Scalars.Show(x) : "null");
    }

    public int Whole(string key, int fallback, int min, int max) =>
        Keep(key, Node(key) is { } node ? Scalars.Whole(node, Path(key), min, max, log) ?? fallback : fallback, v => Scalars.Show(v));

    /// <summary>A count that null switches off.</summary>
    public int? Count(string key, int? fallback, int min, int max)
    {
        var value = Node(key) switch
        {
            null => fallback,
            ScalarNode { IsNull: true } => null,
            { } node => Scalars.Whole(node, Path(key), min, max, log) ?? fallback,
        };
        return Keep(key, value, v => v is { } x ? Scalars.Show(x) : "null");
    }

    public bool Flag(string key, bool fallback) =>
        Keep(key, Node(key) is { } node ? Scalars.Flag(node, Path(key), log) ?? fallback : fallback, v => v ? "true" : "false");

    public string Word(string key, string fallback, string wanted) =>
        Keep(key, Node(key) is { } node ? Scalars.Text(node, Path(key), wanted, log) ?? fallback : fallback, v => v);

    /// <summary>One of a few words, as its index among them.</summary>
    public int Choice(string key, int fallback, IReadOnlyList<string> words) =>
        Keep(key, Node(key) is { } node ? Scalars.Choice(node, Path(key), words, log) ?? fallback : fallback, i => words[i]);

    public TimeOfDay Time(string key, TimeOfDay fallback, bool ends) =>
        Keep(key, Node(key) is { } node ? Scalars.Time(node, Path(key), log, ends) ?? fallback : fallback, v => v.ToString());

    public TimeZoneInfo Zone(string key, TimeZoneInfo fallback) =>
        Keep(key, Node(key) is { } node ? Scalars.Zone(node, Path(key), log) ?? fallback : fallback, v => v.Id);

    /// <summary>The items of a list; null: absent or no list (then a problem).</summary>
    public IReadOnlyList<Node>? Items(string key, string wanted)
    {
        switch (Node(key))
        {
            case null: return null;
            case ListNode list: return list.Items;
            case var node:
                log.Error(node.Location, Path(key), $"is {Scalars.Kind(node)}; {wanted} is needed.");
                return null;
        }
    }

    /// <summary>A section within this one; absent and null mean an empty one.</summary>
    public Section Child(string key, IReadOnlyList<string> childKeys) => new(MapOf(key), Path(key), name is null ? null : Join(key), childKeys, log, values, this);

    /// <summary>The map of a key; null: absent, null or no map (then a problem).</summary>
    public MapNode? MapOf(string key)
    {
        var node = Node(key);
        if (node is null or MapNode or ScalarNode { IsNull: true }) return node as MapNode;
        log.Error(node.Location, Path(key), $"is {Scalars.Kind(node)}; a map of keys is needed.");
        return null;
    }

    /// <summary>Records a value that was read otherwise.</summary>
    public void Record(string key, string text) => Record(key, text, Node(key)?.Location.Origin ?? "default");

    /// <summary>Records a value that comes from elsewhere.</summary>
    public void Record(string key, string text, string origin)
    {
        if (name is not null) values.Add(new PlanValue(Join(key), text, origin));
    }

    /// <summary>Reports the keys that do not exist.</summary>
    /// <param name="hint">Words for a key that belongs elsewhere; empty: none.</param>
    public void RefuseUnknown(Func<string, string>? hint = null)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            if (keys.Contains(entry.Key) || _olderNames.Contains(entry.Key)) continue;
            var elsewhere = hint?.Invoke(entry.Key) ?? "";
            if (elsewhere.Length == 0) elsewhere = Suggestion.Ask(entry.Key, keys);
            if (elsewhere.Length == 0) elsewhere = " Keys here: " + string.Join(", ", keys) + ".";
            // The value's place: of an override it is the argument, of a file the key's place is meant.
            var location = entry.Value.Location.IsCommandLine ? entry.Value.Location : entry.Location;
            log.Error(location, Path(entry.Key), $"the key '{Scalars.Cut(entry.Key)}' does not exist.{elsewhere}");
        }
    }

    private string Join(string key) => name!.Length == 0 ? key : name + "." + key;

    private T Keep<T>(string key, T value, Func<T, string> show)
    {
        Record(key, show(value));
        return value;
    }
}
