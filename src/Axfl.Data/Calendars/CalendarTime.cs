using System.Globalization;
using System.Text.RegularExpressions;
using Axfl.Contracts;

namespace Axfl.Data.Calendars;

/// <summary>When an event is.</summary>
/// <param name="Time">Unix ms; of a whole day its local midnight.</param>
/// <param name="DayEnd">Of a whole day the next local midnight, unix ms; null: it has a time.</param>
internal readonly partial record struct CalendarTime(long Time, long? DayEnd)
{
    private const string Forms = "write 2026-07-02T12:30:00Z, or a date (2026-07-02, 07-02-2026) with a time (8:30am, 08:30, 08:30:00), All Day or Tentative";

    /// <summary>Reads date and time of an event.</summary>
    /// <param name="text">Both, the date first.</param>
    /// <param name="zone">Zone of times that carry none; null: there is none.</param>
    /// <param name="moment">When it is.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? Read(string text, TimeZoneInfo? zone, out CalendarTime moment)
    {
        moment = default;
        text = text.Trim();
        if (EventTime.TryParseIso(text, out var instant, out var hasOffset) && hasOffset && text.Contains(':', StringComparison.Ordinal))
        {
            moment = new CalendarTime(instant, null);
            return null;
        }

        var form = LocalForm().Match(text);
        if (!form.Success || DateOf(form) is not { } date) return $"'{CalendarRow.Short(text)}' is not a date and time: {Forms}.";
        var isDay = form.Groups["day"].Success;
        if (!isDay && ClockOf(form) is null) return $"'{CalendarRow.Short(text)}' has no time of day: {Forms}.";
        if (zone is null)
            return $"'{CalendarRow.Short(text)}' has no zone: say with news.timezone in which zone the calendar is, or write times with their offset.";
        var day = LocalTime.ToUtc(zone, date, 0);
        moment = isDay ? new CalendarTime(day, LocalTime.ToUtc(zone, date + 1, 0)) : new CalendarTime(At(zone, date, ClockOf(form)!.Value), null);
        return EventTime.IsInRange(moment.Time) ? null : $"'{CalendarRow.Short(text)}' is not a time from 1970 to 2199.";
    }

    private static long At(TimeZoneInfo zone, int date, int seconds) => LocalTime.ToUtc(zone, date, seconds / 60) + seconds % 60 * 1000;

    // Days since 1970-01-01.
    private static int? DateOf(Match form)
    {
        var (year, month, day) = (Number(form, "y"), Number(form, "m"), Number(form, "d"));
        if (year is < 1970 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return (int)((new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerDay);
    }

    // Seconds since midnight by the clock on the wall.
    private static int? ClockOf(Match form)
    {
        if (!form.Groups["h"].Success) return null;
        var (hour, minute, second) = (Number(form, "h"), Number(form, "min"), form.Groups["s"].Success ? Number(form, "s") : 0);
        if (minute > 59 || second > 59) return null;
        if (!form.Groups["half"].Success) return hour < 24 ? (hour * 60 + minute) * 60 + second : null;
        if (hour is < 1 or > 12) return null;
        var isAfternoon = form.Groups["half"].ValueSpan[0] is 'p' or 'P';
        return ((hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute) * 60 + second;
    }

    private static int Number(Match form, string group) => int.Parse(form.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^((?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<m>[0-9]{2})-(?<d>[0-9]{2})-(?<y>[0-9]{4}))([T ]\s*((?<day>all day|tentative)|(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(:(?<s>[0-9]{2})(\.0+)?)?\s*(?<half>[ap]m)?))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LocalForm();
}
