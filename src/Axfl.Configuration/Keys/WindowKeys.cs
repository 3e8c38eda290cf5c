using Axfl.Configuration.Keys.Forms;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of a session window.</summary>
internal static class WindowKeys
{
    /// <summary>A window without keys of its own.</summary>
    public static readonly SessionWindow Usual = new(new TimeOfDay(0), new TimeOfDay(0), TimeZoneInfo.Utc, DaysOfWeek.Weekdays, new HashSet<int>());

    public static readonly SectionKeys<SessionWindow> Table = new("a window is {start: \"07:00\", end: \"10:00\"}")
    {
        { "start", new TimeForm(), "local time", "Start of the window, inclusive.", w => w.Start, (w, v) => w with { Start = v }, true },
        { "end", new TimeForm(ends: true), "local time", "End of the window, exclusive; earlier than the start: it crosses midnight.", w => w.End, (w, v) => w with { End = v }, true },
        { "timezone", new ZoneForm(), "", "Time zone of start and end.", w => w.Zone, (w, v) => w with { Zone = v } },
        { "days", new DaysForm(), "", "Days on which the window starts.", w => w.Days, (w, v) => w with { Days = v } },
        new SpecialKey<SessionWindow>(DatesForm.Dates,
            (s, w) => DatesForm.Days(s, "holidays") is { Count: > 0 } days ? w with { Holidays = new HashSet<int>([.. days, .. w.Holidays]) } : w,
            w => w.Holidays.Count == 0 ? null : $"[{string.Join(", ", w.Holidays.Order().Select(DatesForm.Date))}]")
        { Name = "holidays", Help = "Local dates on which this window does not start, besides the profile's." },
    };
}
