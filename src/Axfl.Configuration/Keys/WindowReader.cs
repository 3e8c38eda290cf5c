using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads and writes session windows.</summary>
internal static class WindowReader
{
    /// <summary>The windows of one strategy; <paramref name="holidays"/> are the profile's, days since 1970-01-01.</summary>
    public static IReadOnlyList<SessionWindow> Read(Section strategy, IReadOnlyList<int> holidays, SourceLocation location)
    {
        var log = strategy.Log;
        if (strategy.Node("windows") is null or ScalarNode { IsNull: true })
        {
            log.Error(location, strategy.Path("windows"), "is missing: when does it trade? windows: [{start: \"07:00\", end: \"10:00\"}].");
            return [];
        }

        var items = strategy.Items("windows", "a list of windows");
        if (items?.Count == 0) log.Error(strategy.Node("windows")!.Location, strategy.Path("windows"), "is empty; at least one window is needed.");
        var usual = WindowKeys.Usual with { Holidays = new HashSet<int>(holidays) };
        var windows = new List<SessionWindow>();
        for (var i = 0; i < items?.Count; i++)
        {
            var path = $"{strategy.Path("windows")}[{i}]";
            if (items[i] is MapNode map) windows.Add(Window(new Section(map, path, null, WindowKeys.Table.Names, log, []), map.Location, usual));
            else log.Error(items[i].Location, path, $"is {Scalars.Kind(items[i])}; {{start: \"07:00\", end: \"10:00\"}} is needed.");
        }

        return windows;
    }

    /// <summary><c>07:00-10:00 UTC Mon-Fri</c>.</summary>
    public static string Show(SessionWindow window)
    {
        var days = WeekDays.Names(window.Days);
        return $"{window.Start}-{window.End} {window.Zone.Id} " + (days.SequenceEqual(["Mon", "Tue", "Wed", "Thu", "Fri"]) ? "Mon-Fri" : string.Join(',', days));
    }

    /// <summary>A window as YAML; the profile's holidays are not repeated.</summary>
    public static string Write(SessionWindow window, IReadOnlyList<string> holidays)
    {
        var own = new HashSet<int>(window.Holidays);
        foreach (var holiday in DatesForm.DaysOf(holidays)) own.Remove(holiday);
        return WindowKeys.Table.Write(window with { Holidays = own });
    }

    private static SessionWindow Window(Section section, SourceLocation location, SessionWindow usual)
    {
        var window = WindowKeys.Table.Read(section, usual);
        RequireLength(section, location);
        return window;
    }

    /// <summary>A window that ends when it starts is an error.</summary>
    public static void RequireLength(Section section, SourceLocation location)
    {
        if (Time(section, "start") is { Minutes: < 1440 } from && Time(section, "end") == from)
            section.Log.Error(location, section.Path("end"), $"start and end are both {from}: an empty window. For a whole day write 00:00 to 24:00.");
    }

    private static TimeOfDay? Time(Section section, string key) =>
        section.Node(key) is ScalarNode scalar && TimeOfDay.TryParse(scalar.Text, out var time) ? time : null;
}
