using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Configuration.Plan;

/// <summary>What a plan waits for at a time.</summary>
public static class UpcomingTimes
{
    private const int Events = 3;

    /// <summary>The session that is open or next of each strategy, each blackout, and the next events of the news calendar.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="now">Unix ms.</param>
    public static IReadOnlyList<UpcomingTime> Of(RunPlan plan, long now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Windows(plan, now), .. plan.Engine.Blackouts.Select(b => Blackout(plan.Profile, b, now)).OfType<UpcomingTime>(), .. News(plan, now)];
    }

    private static IEnumerable<UpcomingTime> Windows(RunPlan plan, long now)
    {
        foreach (var slot in plan.Engine.Symbols.SelectMany(s => s.Slots).DistinctBy(s => s.Strategy))
        {
            if (NextWindow.At(slot.Windows, now) is { } next)
                yield return new UpcomingTime(plan.Profile, "window", slot.Strategy, Utc(next.Start), Utc(next.End), next.Start <= now ? "open now" : "");
        }
    }

    private static UpcomingTime? Blackout(string profile, BlackoutPlan blackout, long now)
    {
        var (start, end) = new WindowTimes(blackout.Window).EndingAfter(now);
        return start == long.MaxValue ? null
            : new UpcomingTime(profile, "blackout", blackout.Text, Utc(start), Utc(end), string.Join(", ", ((string?[])[start <= now ? "now" : null, blackout.Flat ? "flat" : null]).OfType<string>()));
    }

    private static IEnumerable<UpcomingTime> News(RunPlan plan, long now)
    {
        if (plan.Engine.News is not { } news) yield break;
        if (!news.Calendar.KnowsWeekOf(now))
        {
            yield return new UpcomingTime(plan.Profile, "news", "no calendar for this week", Utc(now), null,
                news.RefusesUnknownWeeks ? "every entry is blocked (missing: refuse)" : "entries are taken without it (missing: allow)");
        }

        foreach (var e in news.Calendar.Covering([.. plan.Engine.Symbols.Select(s => s.Instrument)], news.Impacts).Where(e => e.Time >= now).Take(Events))
        {
            yield return new UpcomingTime(plan.Profile, "news", e.Title, Utc(e.Time), e.DayEnd is { } end ? Utc(end) : null,
                $"{string.Join(' ', e.Currencies)} {e.Impact.ToString().ToLowerInvariant()}");
        }
    }

    private static DateTime Utc(long time) => EventTime.ToDateTime(time);
}
