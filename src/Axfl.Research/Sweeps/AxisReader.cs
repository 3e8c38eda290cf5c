using Axfl.Configuration.Yaml;

namespace Axfl.Research.Sweeps;

/// <summary>Reads the axes of a sweep file.</summary>
/// <param name="sweep">The section <c>sweep</c>.</param>
/// <param name="profile">The profile.</param>
/// <param name="log">Where problems go.</param>
internal sealed class AxisReader(Section sweep, string profile, ProblemLog log)
{
    // What decides the data and the days of the statistics, and what no result depends on: neither is in the hash of a plan.
    private static readonly string[] Refused =
        ["symbols", "interval", "source", "venue", "data_dir", "data_timezone", "data_columns", "data_time_format", "alerts", "status_every_s", "status_every_bars", "trading_day"];

    private static readonly string[] RangeKeys = ["from", "to", "step", "points", "scale"];
    private static readonly string[] Scales = ["linear", "log"];

    /// <summary>The axes in file order.</summary>
    /// <param name="isGrid">Whether each must have a list of values.</param>
    public IReadOnlyList<Axis> Read(bool isGrid)
    {
        var axes = new List<Axis>();
        foreach (var entry in sweep.MapOf("axes")?.Entries ?? [])
        {
            var name = Bare(entry.Key, profile);
            if (Refuse(name, entry.Location, axes.Select(a => a.Name), log) || Axis(name, entry) is not { } axis) continue;
            if (isGrid && axis is ContinuousAxis) log.Error(entry.Value.Location, Path(entry.Key), "has neither step nor points: a grid needs one of them.");
            else axes.Add(axis);
        }

        if (sweep.Node("axes") is MapNode { Entries.Count: 0 } empty) log.Error(empty.Location, "sweep.axes", "is empty: what is varied?");
        return axes;
    }

    /// <summary>A key without the name of its profile.</summary>
    public static string Bare(string key, string profile) =>
        key.StartsWith(profile + ".", StringComparison.Ordinal) ? key[(profile.Length + 1)..] : key;

    /// <summary>Whether a key cannot be an axis; then it is logged.</summary>
    public static bool Refuse(string name, SourceLocation location, IEnumerable<string> before, ProblemLog log)
    {
        var path = name.Split('.');
        var other = before.FirstOrDefault(b => b == name || b.StartsWith(name + ".", StringComparison.Ordinal) || name.StartsWith(b + ".", StringComparison.Ordinal));
        var problem = path.Any(string.IsNullOrWhiteSpace) || path.Length > 16 ? "is not a key: write it as an override names it, like risk.max_open_positions."
            : Refused.Contains(path[0]) ? $"'{path[0]}' cannot be an axis: it decides the data or their days, or no result depends on it. All trials of a sweep have the same bars."
            : other is not null ? $"the axis '{other}' sets the same: keep one of them."
            : null;
        if (problem is not null) log.Error(location, Path(name), problem);
        return problem is not null;
    }

    private static string Path(string name) => "sweep.axes." + name;

    private Axis? Axis(string name, MapEntry entry)
    {
        switch (entry.Value)
        {
            case ListNode { Items.Count: > 0 } list:
                return new ListedAxis(name, entry.Location, [.. list.Items.Select((n, i) => AxisValue.Of(name, n, i, log))]);
            case ListNode:
                log.Error(entry.Value.Location, Path(name), "is empty: a list has at least one value.");
                return null;
            case MapNode map:
                return Range(name, map, entry.Location);
            default:
                log.Error(entry.Value.Location, Path(name), $"is {Scalars.Kind(entry.Value)}; a list of values, {{from, to, step}} or {{from, to, points, scale}} is needed.");
                return null;
        }
    }

    private Axis? Range(string name, MapNode map, SourceLocation location)
    {
        var section = new Section(map, Path(name), null, RangeKeys, log, []);
        section.RefuseUnknown();
        double? from = End(section, "from"), to = End(section, "to");
        var isLog = section.Choice("scale", 0, Scales) == 1;
        if (from is not { } low || to is not { } high) return null;
        var problem = section.Node("step") is not null && section.Node("points") is not null ? "has step and points: keep one of them."
            : section.Node("step") is not null && section.Node("scale") is not null ? "has step and scale: a scale goes with points, or with neither for all numbers of the range."
            : high < low ? $"to, {Scalars.Show(high)}, is below from, {Scalars.Show(low)}: an empty range."
            : high == low && section.Node("step") is null ? $"from and to are both {Scalars.Show(low)}: write [{Scalars.Show(low)}]."
            : isLog && low <= 0 ? $"from is {Scalars.Show(low)}; the scale log needs a range from above 0."
            : null;
        if (problem is null) return section.Node("step") is not null ? Steps(name, section, low, high, location)
            : section.Node("points") is not null ? Points(name, section, low, high, isLog, location)
            : new ContinuousAxis(name, location, low, high, isLog);
        log.Error(map.Location, Path(name), problem);
        return null;
    }

    private double? End(Section section, string key)
    {
        if (section.Node(key) is { } node) return Scalars.Number(node, section.Path(key), null, null, log);
        log.Error(section.Location!.Value, section.Path(key), "is missing: a range is {from: 2, to: 6, step: 0.5}.");
        return null;
    }

    private ListedAxis? Steps(string name, Section section, double from, double to, SourceLocation location)
    {
        var node = section.Node("step")!;
        if (Scalars.Number(node, section.Path("step"), null, null, log) is not { } step) return null;
        var count = step > 0 ? AxisNumbers.StepCount(from, to, step) : 0;
        if (step > 0 && count <= AxisNumbers.Most)
            return new ListedAxis(name, location, [.. Enumerable.Range(0, (int)count).Select(i => AxisValue.Of(name, AxisNumbers.Step(from, step, i), section.Location!.Value, i, log))]);
        log.Error(node.Location, section.Path("step"), step > 0
            ? $"{Scalars.Show(step)} makes {count:0} values; {AxisNumbers.Most} is the most."
            : $"{Scalars.Show(step)} is out of range: a step is above 0.");
        return null;
    }

    private ListedAxis? Points(string name, Section section, double from, double to, bool isLog, SourceLocation location) =>
        Scalars.Whole(section.Node("points")!, section.Path("points"), 2, AxisNumbers.Most, log) is not { } count ? null
            : new ListedAxis(name, location, [.. Enumerable.Range(0, count).Select(i => AxisValue.Of(name, AxisNumbers.Between(from, to, (double)i / (count - 1), isLog), section.Location!.Value, i, log))]);
}
