using Axfl.Contracts;

namespace Axfl.Runs.Health;

/// <summary>A change of the clocks of a zone: the begin or the end of daylight saving, mostly.</summary>
/// <param name="Zone">Zone.</param>
/// <param name="Time">When, unix ms: the first at which the new offset holds.</param>
/// <param name="Before">Offset from UTC before.</param>
/// <param name="After">Offset from then on.</param>
internal readonly record struct ClockChange(TimeZoneInfo Zone, long Time, TimeSpan Before, TimeSpan After)
{
    /// <summary>How far is looked ahead.</summary>
    public const int Days = 14;

    /// <summary>The changes of zones in the 14 days from a time on, ascending.</summary>
    public static IReadOnlyList<ClockChange> Within(IEnumerable<TimeZoneInfo> zones, long from) =>
        [.. zones.DistinctBy(z => z.Id).SelectMany(z => Of(z, from / EventTime.Minute * EventTime.Minute)).OrderBy(c => c.Time)];

    // No zone changes off the minute, or twice within an hour.
    private static IEnumerable<ClockChange> Of(TimeZoneInfo zone, long from)
    {
        const long hour = 60 * EventTime.Minute;
        for (var time = from; time < from + Days * EventTime.Day; time += hour)
        {
            var before = At(zone, time);
            if (At(zone, time + hour) == before) continue;
            var change = time;
            while (At(zone, change) == before) change += EventTime.Minute;
            yield return new ClockChange(zone, change, before, At(zone, change));
        }
    }

    private static TimeSpan At(TimeZoneInfo zone, long time) => zone.GetUtcOffset(EventTime.ToDateTime(time));
}
