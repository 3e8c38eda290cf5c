using Axfl.Engine.Plan;

namespace Axfl.Engine.Calendars;

/// <summary>The calendar a run goes by now: that of its plan, until its files change live.</summary>
internal sealed class NewsInForce(NewsPlan plan)
{
    private long _warnedOf = long.MinValue;

    public NewsPlan Plan { get; } = plan;

    public NewsCalendar Calendar { get; set; } = plan.Calendar;

    /// <summary>Whether a week (its Monday, days since 1970-01-01) is told of for the first time.</summary>
    public bool IsFirstWarning(int monday)
    {
        if (_warnedOf == monday) return false;
        _warnedOf = monday;
        return true;
    }
}
