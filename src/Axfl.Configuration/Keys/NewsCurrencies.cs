using Axfl.Configuration.Calendars;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Warns of a calendar none of whose events concerns a symbol of the plan, of whatever impact: with <c>USA</c> for USD the gate would never block anything.</summary>
internal static class NewsCurrencies
{
    private const int Named = 10;

    /// <summary>Looks at each file of the plan's calendar by itself.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="calendars">What the files say.</param>
    public static void Warn(Section profile, RunPlan plan, CalendarShelf calendars)
    {
        if (plan.NewsFiles.Files.Count == 0) return;
        var wanted = NewsCalendar.CurrenciesOf(plan.Engine.Symbols.Select(s => s.Instrument));
        if (wanted.Count == 0) return;
        foreach (var file in plan.NewsFiles.Files)
        {
            var content = calendars.Parse(file, plan.NewsFiles.Zone);
            if (content.Faults.Count > 0 || content.Events.Count == 0 || content.Events.Any(e => NewsCalendar.Concerns(e, wanted))) continue;
            string[] found = [.. content.Events.SelectMany(e => e.Currencies).Distinct().Order(StringComparer.Ordinal)];
            var more = found.Length > Named ? $" and {found.Length - Named} more" : "";
            profile.Log.Warn(new SourceLocation(file.Path, 1, 1), profile.Path("news.calendar"),
                $"none of its {Counted.Of(content.Events.Count, "event")} concerns a symbol of the plan: it has the currencies {string.Join(", ", found.Take(Named))}{more}, the plan {string.Join(", ", wanted)}. "
                + "Write currencies by their ISO codes, like USD, or take the file out of news: calendar.");
        }
    }
}
