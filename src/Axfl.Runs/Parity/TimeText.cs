using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>Times for people, UTC: no seconds when there are none, no date when the sentence has it already.</summary>
internal static class TimeText
{
    /// <summary><c>07:35</c>, <c>07:35:12.250</c>, <c>2026-01-13 07:35</c>.</summary>
    /// <param name="time">Unix ms.</param>
    /// <param name="day">A time of the day that needs no date; null: none.</param>
    public static string Of(long time, long? day)
    {
        var at = EventTime.ToDateTime(time);
        var clock = time % EventTime.Minute == 0 ? "HH:mm" : time % 1000 == 0 ? "HH:mm:ss" : "HH:mm:ss.fff";
        var isThatDay = day is { } d && EventTime.ToDateTime(d).Date == at.Date;
        return at.ToString(isThatDay ? clock : "yyyy-MM-dd " + clock, CultureInfo.InvariantCulture);
    }

    /// <summary><c>2026-01-13</c>.</summary>
    public static string Date(long time) => EventTime.ToDateTime(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
