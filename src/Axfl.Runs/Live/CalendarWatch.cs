using Axfl.Configuration.Calendars;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Runs.Events;

namespace Axfl.Runs.Live;

/// <summary>Looks at the files of the news calendar again with the clock: what they say then is an input of the run.</summary>
/// <param name="session">Journal and fold.</param>
/// <param name="send">Takes what the run says.</param>
internal sealed class CalendarWatch(LiveSession session, Action<RunEvent> send)
{
    private readonly LiveCalendars? _calendars = session.CalendarPaths.Count > 0 ? new LiveCalendars(session.CalendarPaths, session.Plan.NewsFiles.Zone) : null;

    /// <summary>The fold has the time.</summary>
    public void OnClock(long now)
    {
        if (_calendars is null) return;
        try
        {
            if (_calendars.Look(session.Fold.CalendarHash) is not var (events, hash)) return;
            session.Inputs.Calendar(now, events, hash);
            send(new CalendarChanged(now, events.Count, Lack(now, events)));
        }
        catch (AxflException e)
        {
            send(new CalendarNotRead(now, e.Message));
        }
    }

    // A file that was emptied, or not renewed, looks like a quiet week.
    private string? Lack(long now, IReadOnlyList<NewsEvent> events)
    {
        var plan = session.Plan.Engine;
        if (!new NewsCalendar(events).KnowsWeekOf(now)) return $"Nothing is known of this week: {plan.News!.InUnknownWeeks}.";
        var currencies = NewsCalendar.CurrenciesOf(plan.Symbols.Select(s => s.Instrument));
        return events.Any(e => NewsCalendar.Concerns(e, currencies)) ? null : $"None of them concerns a symbol of the plan, whose currencies are {string.Join(", ", currencies)}.";
    }
}
