using Axfl.Engine.Plan;

namespace Axfl.Engine.Calendars;

/// <summary>The calendar a run goes by now: that of its plan, until its files change live.</summary>
internal sealed class NewsInForce(NewsPlan plan)
{
    // Apart from the plan's own: the state of a run has what it was not made with.
    private NewsCalendar? _changed;
    private long _warnedOf = long.MinValue;

    public NewsPlan Plan { get; } = plan;

    public NewsCalendar Calendar => _changed ?? Plan.Calendar;

    /// <summary>Other events are in force from now on.</summary>
    public void Change(NewsCalendar calendar) => _changed = calendar;

    /// <summary>Whether a week (its Monday, days since 1970-01-01) is told of for the first time.</summary>
    public bool IsFirstWarning(int monday)
    {
        if (_warnedOf == monday) return false;
        _warnedOf = monday;
        return true;
    }
}
