using Axfl.Configuration.Calendars;
using Axfl.Contracts;
using Axfl.Runs.Events;

namespace Axfl.Runs.Live;

/// <summary>Looks at the files of the news calendar again when they change: what they say then is an input of the run.</summary>
/// <param name="session">Journal and fold.</param>
/// <param name="send">Takes what the run says.</param>
internal sealed class CalendarWatch(LiveSession session, Action<RunEvent> send)
{
    private readonly LiveCalendars? _calendars = session.CalendarPaths.Count > 0 ? new LiveCalendars(session.CalendarPaths, session.Plan.NewsFiles.Zone) : null;

    /// <summary>The fold has the time.</summary>
    public void OnClock(long now)
    {
        if (_calendars is null || !_calendars.HaveChanged()) return;
        try
        {
            var (events, hash) = _calendars.Read();
            if (hash == session.Fold.CalendarHash) return;
            session.Inputs.Calendar(now, events, hash);
            send(new CalendarChanged(now, events.Count));
        }
        catch (AxflException e)
        {
            send(new CalendarNotRead(now, e.Message));
        }
    }
}
