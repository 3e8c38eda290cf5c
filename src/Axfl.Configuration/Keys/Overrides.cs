using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>Puts what the command line says into the profile's map, so that it is read, checked and recorded like the file.</summary>
internal static class Overrides
{
    /// <summary>The profile with the request's own options and then each <c>key=value</c> of <see cref="RunRequest.Set"/> applied.</summary>
    public static MapNode Apply(MapNode profile, RunRequest request, ProblemLog log)
    {
        profile = SetText(profile, "source", "Source", request.Source);
        profile = SetText(profile, "data_timezone", "DataTimezone", request.DataTimezone);
        profile = SetText(profile, "data_columns", "Columns", request.DataColumns);
        profile = SetText(profile, "data_time_format", "TimeFormat", request.DataTimeFormat);
        if (request.SpreadPips is { } spread)
        {
            // Every spread: those named one by one are set aside.
            var text = Scalars.Show(spread);
            profile = Set(Set(profile, "spreads", Spelling.Of("SpreadPips", text), ""), "spread_pips", Spelling.Of("SpreadPips", text), text);
        }

        if (request.DataPath.Count > 0)
        {
            var location = SourceLocation.Argument(Spelling.Of("DataPath", string.Join(", ", request.DataPath)));
            profile = profile.With(new MapEntry("data_dir", location, new ListNode(location, [.. request.DataPath.Select(p => new ScalarNode(location, p, false))])));
        }

        return request.Set.Aggregate(profile, (map, assignment) => Assign(map, assignment, request.Profile, log));
    }

    // Text as it stands: an empty one is no null, which would set aside what the file says and be no error.
    private static MapNode SetText(MapNode profile, string key, string option, string? text) =>
        text is null ? profile : Set(profile, key, Spelling.Of(option, text), text, isPlain: false);

    private static MapNode Set(MapNode profile, string key, string argument, string text, bool isPlain = true)
    {
        var location = SourceLocation.Argument(argument);
        return profile.With(new MapEntry(key, location, new ScalarNode(location, text, isPlain)));
    }

    private static MapNode Assign(MapNode profile, string assignment, string profileName, ProblemLog log)
    {
        var location = SourceLocation.Argument(assignment);
        var at = assignment.IndexOf('=', StringComparison.Ordinal);
        string[] path = at <= 0 ? [] : assignment[..at].Trim().Split('.');
        if (path.Length > 1 && path[0] == profileName) path = path[1..];
        if (path.Length is 0 or > 16 || path.Any(string.IsNullOrWhiteSpace))
        {
            log.Error(location, "", "an override is key=value with a dotted key, like risk.max_open_positions=3 or strategies.lsg.params.sweep_pips=4.");
            return profile;
        }

        var errors = log.HasErrors;
        var value = YamlTree.ParseArgument(assignment[(at + 1)..].Trim(), location, log);
        return value is null && !errors && log.HasErrors ? profile : Put(profile, path, value, location, log);
    }

    /// <summary>The profile with one key set; what is wrong is logged at the argument.</summary>
    /// <param name="profile">The profile's map.</param>
    /// <param name="path">The dotted key, split.</param>
    /// <param name="value">Its value; null: an empty one.</param>
    /// <param name="location">The argument it comes from.</param>
    /// <param name="log">Where problems go.</param>
    public static MapNode Put(MapNode profile, string[] path, Node? value, SourceLocation location, ProblemLog log) =>
        (MapNode)Put(profile, path, 0, value ?? new ScalarNode(location, "", true), location, log);

    private static Node Put(Node? node, string[] path, int depth, Node value, SourceLocation location, ProblemLog log)
    {
        if (depth == path.Length) return value;
        switch (node)
        {
            case MapNode map:
                return map.With(new MapEntry(path[depth], location, Put(map.Find(path[depth])?.Value, path, depth + 1, value, location, log)));
            case null or ScalarNode { IsNull: true }:
                return new MapNode(location, [new MapEntry(path[depth], location, Put(null, path, depth + 1, value, location, log))]);
            case ListNode list when depth == 1 && path[0] == "strategies":
                return IntoStrategies(list, path, value, location, log);
            default:
                log.Error(location, string.Join('.', path[..depth]), $"is {Scalars.Kind(node)} and has no key '{path[depth]}'.");
                return node;
        }
    }

    // A strategy of the list is named by its id; by its name when no id is the same.
    private static ListNode IntoStrategies(ListNode list, string[] path, Node value, SourceLocation location, ProblemLog log)
    {
        static string? Word(Node item, string key) => (item as MapNode)?.Find(key)?.Value is ScalarNode { IsNull: false } s ? s.Text : null;
        var ids = list.Items.Select(i => Word(i, "id") ?? Word(i, "name")).ToArray();
        var wanted = path[1];
        if (!ids.Contains(wanted)) ids = [.. list.Items.Select(i => Word(i, "name"))];
        if (!ids.Contains(wanted))
        {
            log.Error(location, "strategies." + wanted,
                $"no strategy of this profile is called '{wanted}'; it has {string.Join(", ", ids.OfType<string>())}.{Suggestion.Ask(wanted, ids.OfType<string>())}");
            return list;
        }

        return list with { Items = [.. list.Items.Select((item, i) => ids[i] == wanted ? Put(item, path, 2, value, location, log) : item)] };
    }
}
