using Axfl.Configuration.Calendars;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Runs.Health;

/// <summary>Whether the calendars of the news gate can be read, and know the next seven days: one that nobody renewed looks like a quiet week.</summary>
internal sealed class NewsCalendarCheck() : HealthCheck("news calendar", TimeSpan.FromSeconds(20))
{
    private const int Days = 7, Named = 3;

    /// <inheritdoc/>
    public override string Advice => "Look at the files that news: calendar of the sessions file names.";

    /// <inheritdoc/>
    public override IReadOnlyList<HealthResult> WithoutPlan(Exception why)
    {
        var problems = (why as ConfigurationException)?.Problems.Where(p => !p.IsWarning && p.Key.EndsWith("news.calendar", StringComparison.Ordinal)).ToArray() ?? [];
        if (problems.Length == 0) return base.WithoutPlan(why);
        var more = problems.Length > Named ? $"; and {problems.Length - Named} more" : "";
        return [Failed($"{Counted.Of(problems.Length, "error")}: {string.Join("; ", problems.Take(Named).Select(p => p.ToString()))}{more}",
            $"Correct the files and lines named, or name other files in news: calendar; {Spelling.Command("Test-AxflSessions")} checks them alone.")];
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        var plan = await scene.Plan.WaitAsync(cancellationToken);
        return plan.Engine.News is { } news ? [Together(plan, news, scene.Now), .. plan.NewsFiles.Files.Select(f => OfFile(f.Path, plan.NewsFiles.Zone))] : [Ok("the plan has no news calendar")];
    }

    // All files count together: one may end where the next begins.
    private HealthResult Together(RunPlan plan, NewsPlan news, long now)
    {
        var calendar = news.Calendar;
        var isKnown = calendar.KnowsWeekOf(now);
        if (isKnown && calendar.KnowsWeekOf(now + Days * EventTime.Day)) return Covering(plan, news, now);
        var events = calendar.Events;
        var reach = events.Count == 0 ? "it has no events"
            : !isKnown && events[0].Time > now ? $"its first event is at {EventTime.ToIso(events[0].Time)}, its last at {EventTime.ToIso(events[^1].Time)}" : $"its last event is at {EventTime.ToIso(events[^1].Time)}";
        var seen = $"{(isKnown ? $"ends with this week, within the next {Days} days" : "knows nothing of this week")}: {reach}. In a week it does not know {news.InUnknownWeeks}";
        var remedy = $"Bring {string.Join(", ", plan.NewsFiles.Files.Select(f => f.Path))} up to date, past {Day(now + Days * EventTime.Day)}; a live run takes the change while it goes on.";
        return !isKnown && news.RefusesUnknownWeeks ? Failed(seen, remedy) : Warning(seen, remedy);
    }

    private HealthResult Covering(RunPlan plan, NewsPlan news, long now)
    {
        var counting = news.Calendar.Covering([.. plan.Engine.Symbols.Select(s => s.Instrument)], news.Impacts);
        var seen = $"covers the next {Days} days: its last event is at {EventTime.ToIso(news.Calendar.Events[^1].Time)}";
        if (counting.Count == 0) return Warning($"{seen}; none of its events counts for the plan", "Look at news: impact, and whether the files have the currencies of the plan's symbols.");
        return Ok(counting.FirstOrDefault(e => e.Time >= now) is { } next
            ? $"{seen}; the next that counts for the plan is {next.Title} ({string.Join(' ', next.Currencies)}) at {EventTime.ToIso(next.Time)}" : $"{seen}; none that counts for the plan is still to come");
    }

    // Read as a live run reads it when it was changed.
    private HealthResult OfFile(string path, TimeZoneInfo? zone)
    {
        var name = Path.GetFileName(path);
        try
        {
            var times = new LiveCalendars([path], zone).Read().Events.Select(e => e.Time).Order().ToArray();
            return times.Length == 0 ? Warning($"{path} has no events", "Put events into it, or take it out of news: calendar.", name)
                : Ok($"{Counted.Of(times.Length, "event")} from {Day(times[0])} to {Day(times[^1])} in {path}", name);
        }
        catch (AxflException e)
        {
            return Failed(e.Message, e.RecommendedAction ?? "Correct the file: a run that starts now would not read it either.", name);
        }
    }

    private static string Day(long time) => EventTime.ToIso(time)[.."yyyy-MM-dd".Length];
}
