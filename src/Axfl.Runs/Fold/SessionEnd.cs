using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Runs.Fold;

/// <summary>When the last session window of a day ends: where a scheduled run stops.</summary>
internal static class SessionEnd
{
    /// <summary>End (unix ms) of the last session of the trading day of the first session from now on, at most 24 hours ahead; null: there is none.</summary>
    public static long? Find(EnginePlan plan, long now)
    {
        SessionCalendar[] calendars = [.. plan.Symbols.SelectMany(s => s.Slots).Select(s => new SessionCalendar(s.Windows))];
        if (FirstOpen(calendars, now) is not { } first) return null;
        var day = new TradingDay(plan.TradingDay);
        day.Roll(first);
        var end = first;
        for (var time = first; time < first + EventTime.Day; time = NextChange(calendars, time))
        {
            var starts = time > first && calendars.Any(c => c.IsOpen(time) && !c.IsOpen(time - 1));
            if (starts && IsOtherDay(plan, day.Name, time)) break;
            if (calendars.Any(c => c.IsOpen(time))) end = NextChange(calendars, time);
        }

        return end;
    }

    private static long? FirstOpen(SessionCalendar[] calendars, long now)
    {
        for (var time = now; time < now + EventTime.Day; time = NextChange(calendars, time))
            if (calendars.Any(c => c.IsOpen(time))) return time;
        return null;
    }

    private static long NextChange(SessionCalendar[] calendars, long time) => calendars.Min(c => c.NextChange(time));

    private static bool IsOtherDay(EnginePlan plan, int name, long time)
    {
        var day = new TradingDay(plan.TradingDay);
        day.Roll(time);
        return day.Name != name;
    }
}
