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
            var next = new WindowTimes(window).EndingAfter(time);
            if (next.Start == long.MaxValue || LocalTime.DateOf(window.Zone, next.Start) > LocalTime.DateOf(window.Zone, time) + DaysAhead) continue;
            if (found is not { } best || next.Start < best.Start) found = next;
        }

        return found;
    }
}
