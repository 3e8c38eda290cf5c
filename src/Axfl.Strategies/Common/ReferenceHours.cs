using Axfl.Contracts;

namespace Axfl.Strategies.Common;

/// <summary>The rule of a strategy's reference hours: in their order, within one local day.</summary>
internal static class ReferenceHours
{
    private const string OverMidnight =
        " Reference hours lie in one local day: a range from 22:00 to 07:00 UTC is written 07:00 to 16:00 with timezone: Asia/Tokyo.";

    /// <summary>A problem when a time is not after another.</summary>
    /// <param name="name">Parameter that must be later.</param>
    /// <param name="time">Its value.</param>
    /// <param name="earlierName">Parameter that must be earlier.</param>
    /// <param name="earlier">Its value.</param>
    public static IEnumerable<ParameterProblem> RequireAfter(string name, TimeOfDay time, string earlierName, TimeOfDay earlier)
    {
        if (time.Minutes <= earlier.Minutes)
            yield return new ParameterProblem(name, $"{name} {time} is not after {earlierName} {earlier}.{OverMidnight}");
    }

    /// <summary>A problem when a range does not end by a time.</summary>
    /// <param name="name">Parameter of the time.</param>
    /// <param name="time">Its value.</param>
    /// <param name="start">Start of the range, <c>range_start</c>.</param>
    /// <param name="minutes">Its length, <c>range_minutes</c>.</param>
    public static IEnumerable<ParameterProblem> RequireRangeBefore(string name, TimeOfDay time, TimeOfDay start, int minutes)
    {
        if (start.Minutes + minutes > time.Minutes)
            yield return new ParameterProblem(name, $"{name} {time} is before the end of the range: range_start {start} + range_minutes {minutes}.{OverMidnight}");
    }

    /// <summary>A problem when no bar opens at a time: bars open at multiples of the interval from 00:00 UTC, those longer than an hour from local midnight.</summary>
    /// <param name="name">Parameter.</param>
    /// <param name="time">Its value.</param>
    /// <param name="timezone">Zone of the strategy.</param>
    /// <param name="interval">The run's interval.</param>
    public static IEnumerable<ParameterProblem> RequireOnGrid(string name, TimeOfDay time, string timezone, Interval interval)
    {
        var offset = interval.Minutes > 60 ? 0 : (int)TimeZoneInfo.FindSystemTimeZoneById(timezone).BaseUtcOffset.TotalMinutes;
        if ((time.Minutes - offset) % interval.Minutes != 0)
            yield return new ParameterProblem(name, $"no bar of {interval} opens at {name} {time} ({timezone}): give a multiple of the interval, or a shorter interval.");
    }
}
