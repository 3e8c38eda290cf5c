using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Engine.Sessions;

/// <summary>The trading day of a time: a date that starts at a local time, named by the date in which most of it lies, of two equal halves the later.</summary>
/// <param name="plan">Zone and start.</param>
public sealed class TradingDay(TradingDayPlan plan)
{
    private readonly int _shift = plan.Start.Minutes >= 720 ? 1 : 0;
    private long _start = long.MaxValue;
    private long _end = long.MinValue;

    /// <summary>Name of the present day, days since 1970-01-01.</summary>
    public int Name { get; private set; } = int.MinValue;

    /// <summary>End of the present day, unix ms, exclusive; long.MinValue before the first <see cref="Roll"/>.</summary>
    public long End => _end;

    /// <summary>Name of the day of a time (unix ms); the present day stays.</summary>
    public int NameOf(long time) => time >= _start && time < _end ? Name : DateOf(time) + _shift;

    /// <summary>Moves to the day of a time (unix ms).</summary>
    /// <returns>Whether it is another day than at the last call; true at the first.</returns>
    public bool Roll(long time)
    {
        if (time >= _start && time < _end) return false;
        var date = DateOf(time);
        _start = LocalTime.ToUtc(plan.Zone, date, plan.Start.Minutes);
        _end = LocalTime.ToUtc(plan.Zone, date + 1, plan.Start.Minutes);
        var before = Name;
        Name = date + _shift;
        return Name != before;
    }

    // Local date on which the day of a time starts.
    private int DateOf(long time)
    {
        var date = LocalTime.DateOf(plan.Zone, time);
        return time < LocalTime.ToUtc(plan.Zone, date, plan.Start.Minutes) ? date - 1 : date;
    }

    /// <summary>A day's name as <c>yyyy-MM-dd</c>.</summary>
    public static string Format(int name) => EventTime.ToIso(name * EventTime.Day)[..10];
}
