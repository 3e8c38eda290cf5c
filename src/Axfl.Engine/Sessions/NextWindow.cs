using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Engine.Sessions;

/// <summary>The session a time lies in, or the next one.</summary>
public static class NextWindow
{
    // A week, and a few holidays in a row.
    private const int DaysAhead = 14;

    /// <summary>Start (inclusive) and end (exclusive) in unix ms of the window that is open, else of the next to open; null: none does within two weeks.</summary>
    /// <param name="windows">Windows of a strategy.</param>
    /// <param name="time">Unix ms.</param>
    public static (long Start, long End)? At(IReadOnlyList<SessionWindow> windows, long time)
    {
        (long Start, long End)? found = null;
        foreach (var window in windows)
        {
            var date = LocalTime.DateOf(window.Zone, time);
            for (var d = date - 2; d <= date + DaysAhead; d++)
            {
                if (!SessionCalendar.StartsOn(window, d)) continue;
                var start = LocalTime.ToUtc(window.Zone, d, window.Start.Minutes);
                var end = LocalTime.ToUtc(window.Zone, window.End.Minutes < window.Start.Minutes ? d + 1 : d, window.End.Minutes);
                if (end <= time) continue;
                if (found is not { } best || start < best.Start) found = (start, end);
                break;
            }
        }

        return found;
    }
}
