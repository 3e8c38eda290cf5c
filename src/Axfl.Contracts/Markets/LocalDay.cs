namespace Axfl.Contracts;

/// <summary>The local date a series of bars is in, rolled forward bar by bar, and its reference hours as instants.</summary>
/// <remarks>Costs one comparison a bar; the zone is asked once a day.</remarks>
/// <param name="zone">Zone of the dates and hours.</param>
public sealed class LocalDay(TimeZoneInfo zone)
{
    private long _start = long.MaxValue;
    private long _end = long.MinValue;

    /// <summary>The date, days since 1970-01-01; meaningless before the first <see cref="Roll"/>.</summary>
    public int Date { get; private set; }

    /// <summary>Moves to the date of a time (unix ms).</summary>
    /// <returns>Whether it is another date than at the last call; true at the first.</returns>
    public bool Roll(long time)
    {
        if (time >= _start && time < _end) return false;
        Date = LocalTime.DateOf(zone, time);
        _start = LocalTime.ToUtc(zone, Date, 0);
        _end = LocalTime.ToUtc(zone, Date + 1, 0);
        return true;
    }

    /// <summary>Instant (unix ms) of a time of day on the present date.</summary>
    public long At(TimeOfDay time) => LocalTime.ToUtc(zone, Date, time.Minutes);
}
