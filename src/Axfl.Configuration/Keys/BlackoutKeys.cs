using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of a blackout, and the list of them.</summary>
internal static class BlackoutKeys
{
    private const string Example = "{start: \"16:45\", end: \"18:15\", timezone: America/New_York}";

    /// <summary>What <c>blackouts</c> may be.</summary>
    public static readonly FormDescription ListForm = new("list", "of blackouts", "\"type\": [\"array\", \"null\"], \"items\": {\"$ref\": \"#/definitions/blackout\"}");

    /// <summary>A blackout without keys of its own.</summary>
    public static readonly BlackoutPlan Usual = new(WindowKeys.Usual, false);

    public static readonly SectionKeys<BlackoutPlan> Table = new("a blackout is " + Example)
    {
        { "start", new TimeForm(), "local time", "Start of the blackout, inclusive.", b => b.Window.Start, (b, v) => b with { Window = b.Window with { Start = v } }, true },
        { "end", new TimeForm(ends: true), "local time", "End of the blackout, exclusive; earlier than the start: it crosses midnight.", b => b.Window.End, (b, v) => b with { Window = b.Window with { End = v } }, true },
        { "timezone", new ZoneForm(), "", "Time zone of start and end.", b => b.Window.Zone, (b, v) => b with { Window = b.Window with { Zone = v } } },
        { "days", new DaysForm(), "", "Days on which the blackout starts; holidays do not lift it.", b => b.Window.Days, (b, v) => b with { Window = b.Window with { Days = v } } },
        { "flat", new FlagForm(), "", "Whether positions are closed at the first bar that meets it.", b => b.Flat, (b, v) => b with { Flat = v } },
    };

    /// <summary>The plan with its blackouts.</summary>
    public static RunPlan Read(Section section, RunPlan plan)
    {
        var blackouts = new List<BlackoutPlan>();
        var items = section.Node("blackouts") is ScalarNode { IsNull: true } ? null : section.Items("blackouts", $"a list like [{Example}]");
        for (var i = 0; i < items?.Count; i++)
        {
            var path = $"{section.Path("blackouts")}[{i}]";
            if (items[i] is not MapNode map)
            {
                section.Log.Error(items[i].Location, path, $"is {Scalars.Kind(items[i])}; {Example} is needed.");
                continue;
            }

            var one = new Section(map, path, null, Table.Names, section.Log, []);
            blackouts.Add(Table.Read(one, Usual));
            WindowReader.RequireLength(one, map.Location);
        }

        section.Record("blackouts", blackouts.Count == 0 ? "[]" : string.Join("; ", blackouts.Select(b => WindowReader.Show(b.Window) + (b.Flat ? " flat" : ""))));
        return plan with { Engine = plan.Engine with { Blackouts = blackouts } };
    }

    /// <summary>A line for each; none: an empty list.</summary>
    public static void Write(RunPlan plan, string indent, Action<string> line)
    {
        var blackouts = plan.Engine.Blackouts;
        line($"{indent}blackouts:" + (blackouts.Count == 0 ? " []" : ""));
        foreach (var blackout in blackouts) line($"{indent}  - {Table.Write(blackout)}");
    }
}
