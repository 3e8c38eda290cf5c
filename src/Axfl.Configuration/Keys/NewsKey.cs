using Axfl.Configuration.Compatibility;
using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary><c>news</c> of a profile: a section that is absent unless it is written, also in the form of the older program. Its calendars are read with it.</summary>
/// <param name="context">What reading needs.</param>
internal sealed class NewsKey(ProfileContext context) : PlanKey<RunPlan>, ISectionKey
{
    private const int MostMinutes = 10_080;

    private static readonly FormDescription CalendarForm = new("text", "a path, or a list of paths", "\"type\": [\"string\", \"array\"], \"items\": {\"type\": \"string\"}");

    private readonly SectionKeys<NewsSection> _keys = new("news: {calendar: news.csv}")
    {
        new SpecialKey<NewsSection>(CalendarForm, (s, n) => n with { Calendars = Paths(s, context.Folder) }, n => $"[{string.Join(", ", n.Calendars.Select(YamlText.Quote))}]")
        { Name = "calendar", Help = "Files of the news calendar (CSV or JSON), relative to this file.", Required = true },
        { "timezone", new OptionalZoneForm(), "", "Zone of the calendar's times that carry none; null: such times are errors.", n => n.Zone, (n, v) => n with { Zone = v } },
        { "impact", new ImpactsForm(), "", "Events that count.", n => n.Plan.Impacts, (n, v) => n with { Plan = n.Plan with { Impacts = v } } },
        { "before_minutes", new WholeForm(0, MostMinutes), "minutes", "Entries are blocked from so long before an event.", n => n.Plan.BeforeMinutes, (n, v) => n with { Plan = n.Plan with { BeforeMinutes = v } } },
        { "after_minutes", new WholeForm(0, MostMinutes), "minutes", "Entries are blocked until so long after an event.", n => n.Plan.AfterMinutes, (n, v) => n with { Plan = n.Plan with { AfterMinutes = v } } },
        { "flat", new FlagForm(), "", "Whether positions are closed before an event.", n => n.Plan.Flat, (n, v) => n with { Plan = n.Plan with { Flat = v } } },
        { "flat_before_minutes", new WholeForm(0, MostMinutes), "minutes", "Positions are closed so long before an event.", n => n.Plan.FlatBeforeMinutes, (n, v) => n with { Plan = n.Plan with { FlatBeforeMinutes = v } } },
        { "missing", new EitherForm("allow", "refuse"), "", "What happens in weeks of which the calendar knows nothing: entries are allowed with a warning, or blocked.", n => n.Plan.RefusesUnknownWeeks, (n, v) => n with { Plan = n.Plan with { RefusesUnknownWeeks = v } } },
    };

    public override FormDescription Form => new("map", "or null", "\"type\": [\"object\", \"null\"]");

    public IReadOnlyList<string> ChildNames => _keys.Names;

    public override IReadOnlyList<KeyDescription> Children(RunPlan? defaults) => _keys.Describe(NewsSection.Usual);

    public override RunPlan Read(Section section, RunPlan plan)
    {
        section = OlderNewsGuard.Present(section);
        if (section.MapOf(Name) is not { } map)
        {
            section.Record(Name, "null");
            return plan;
        }

        var child = section.Child(Name, _keys.Names);
        var news = _keys.Read(child, NewsSection.Usual);
        if (news.Plan.Flat && news.Plan.FlatBeforeMinutes > news.Plan.BeforeMinutes)
        {
            section.Log.Error(child.Node("flat_before_minutes")?.Location ?? map.Location, child.Path("flat_before_minutes"),
                $"is {news.Plan.FlatBeforeMinutes}, more than before_minutes ({news.Plan.BeforeMinutes}): an entry could be closed as soon as it is filled. Make before_minutes as long at least.");
        }

        return With(plan, news, child);
    }

    public override string Write(RunPlan plan) => plan.Engine.News is { } news
        ? _keys.Write(new NewsSection([.. plan.NewsFiles.Files.Select(f => f.Path)], plan.NewsFiles.Zone, news)) : "null";

    private RunPlan With(RunPlan plan, NewsSection news, Section section)
    {
        var files = new List<CalendarFile>();
        var events = new List<NewsEvent>();
        foreach (var path in news.Calendars)
        {
            try
            {
                var file = context.Calendars.Open(path);
                files.Add(file);
                var content = context.Calendars.Parse(file, news.Zone);
                events.AddRange(content.Events);
                foreach (var fault in content.Faults)
                {
                    section.Log.Error(new SourceLocation(path, fault.Line, 1), section.Path("calendar"),
                        (fault.Item is { } item ? FormattableString.Invariant($"item {item}: ") : "") + fault.Message);
                }
            }
            catch (AxflException e)
            {
                section.Log.Error(section.Node("calendar")!.Location, section.Path("calendar"), e.Message);
            }
        }

        return plan with
        {
            NewsFiles = new NewsFiles(files, news.Zone),
            Engine = plan.Engine with { News = news.Plan with { Calendar = context.Calendars.Together(files, news.Zone, events) } },
        };
    }

    private static string[] Paths(Section section, string folder)
    {
        var path = section.Path("calendar");
        Node[] nodes = section.Node("calendar") switch { null => [], ListNode list => [.. list.Items], { } node => [node] };
        if (section.Node("calendar") is ListNode { Items.Count: 0 } empty) section.Log.Error(empty.Location, path, "is empty; a calendar is needed.");
        List<string> paths = [];
        foreach (var node in nodes)
        {
            if (Scalars.Text(node, path, "a file", section.Log) is not { } text) continue;
            if (text.Length == 0 || text.Contains('\0', StringComparison.Ordinal)) section.Log.Error(node.Location, path, "is an empty path or one with a NUL character; a file is needed.");
            else paths.Add(Path.GetFullPath(text, folder.Length == 0 ? "/" : folder));
        }

        section.Record("calendar", $"[{string.Join(", ", paths)}]");
        return [.. paths];
    }
}
