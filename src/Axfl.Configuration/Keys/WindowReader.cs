using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads session windows.</summary>
internal static class WindowReader
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static readonly (string Word, DayOfWeek Value)[] Days =
        [.. Week.Select(d => (d.ToString()[..3], d)), .. Week.Select(d => (d.ToString(), d))];

    /// <summary>The windows of one strategy; <paramref name="holidays"/> are the profile's.</summary>
    public static IReadOnlyList<SessionWindow> Read(Section strategy, IReadOnlyList<int> holidays, SourceLocation place)
    {
        var log = strategy.Log;
        if (strategy.Node("windows") is null or ScalarNode { IsNull: true })
        {
            log.Error(place, strategy.Path("windows"), "is missing: when does it trade? windows: [{start: \"07:00\", end: \"10:00\"}].");
            return [];
        }

        var items = strategy.Items("windows", "a list of windows");
        if (items?.Count == 0) log.Error(strategy.Node("windows")!.Place, strategy.Path("windows"), "is empty; at least one window is needed.");
        var windows = new List<SessionWindow>();
        for (var i = 0; i < items?.Count; i++)
        {
            var path = $"{strategy.Path("windows")}[{i}]";
            if (items[i] is not MapNode map)
            {
                log.Error(items[i].Place, path, $"is {Scalars.Kind(items[i])}; {{start: \"07:00\", end: \"10:00\"}} is needed.");
                continue;
            }

            if (Window(map, new Section(map, path, null, SessionKeys.Window, log, []), holidays) is { } window) windows.Add(window);
        }

        return windows;
    }

    /// <summary><c>07:00-10:00 UTC Mon-Fri</c>.</summary>
    public static string Show(SessionWindow window)
    {
        var days = DayNames(window.Days);
        return $"{window.Start}-{window.End} {window.Zone.Id} " + (days.SequenceEqual(["Mon", "Tue", "Wed", "Thu", "Fri"]) ? "Mon-Fri" : string.Join(',', days));
    }

    /// <summary>Days as Mon, Tue, in the order of the week.</summary>
    public static IReadOnlyList<string> DayNames(IReadOnlySet<DayOfWeek> days) => [.. Week.Where(days.Contains).Select(d => d.ToString()[..3])];

    private static SessionWindow? Window(MapNode map, Section section, IReadOnlyList<int> holidays)
    {
        section.RefuseUnknown();
        foreach (var needed in new[] { "start", "end" })
            if (map.Find(needed) is null) section.Log.Error(map.Place, section.Path(needed), "is missing; a window is {start: \"07:00\", end: \"10:00\"}.");
        var start = section.Node("start") is { } s ? Scalars.Time(s, section.Path("start"), section.Log, ends: false) : null;
        var end = section.Node("end") is { } e ? Scalars.Time(e, section.Path("end"), section.Log) : null;
        var zone = section.Zone("timezone");
        var days = DaysOf(section);
        var closed = Dates(section, "holidays").Concat(holidays).ToHashSet();
        if (start is not { } from || end is not { } to) return null;
        if (from == to) section.Log.Error(map.Place, section.Path("end"), $"start and end are both {from}: an empty window. For a whole day write 00:00 to 24:00.");
        return new SessionWindow(from, to, zone, days, closed);
    }

    private static HashSet<DayOfWeek> DaysOf(Section section)
    {
        if (section.Node("days") is null) return [.. Week[..5]];
        var items = section.Items("days", "a list of days like [Mon, Tue]");
        if (items?.Count == 0) section.Log.Error(section.Node("days")!.Place, section.Path("days"), "is empty: such a window never opens.");
        return [.. items?.Select(i => Scalars.Choice(i, section.Path("days"), Days, section.Log)).OfType<DayOfWeek>() ?? []];
    }

    /// <summary>The dates of a list, days since 1970-01-01; absent: none.</summary>
    public static IReadOnlyList<int> Dates(Section section, string key) => section.Node(key) is ScalarNode { IsNull: true }
        ? []
        : [.. section.Items(key, "a list of dates like [2025-12-25]")?.Select(i => Scalars.Date(i, section.Path(key), section.Log)).OfType<int>() ?? []];
}
