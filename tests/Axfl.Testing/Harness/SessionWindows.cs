using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Testing.Harness;

/// <summary>Session windows.</summary>
internal static class SessionWindows
{
    public static SessionWindow Always { get; } = Daily("00:00", "24:00");

    public static SessionWindow Daily(string start, string end, string zone = "UTC", params int[] holidays) =>
        On(start, end, zone, DaysOfWeek.All, holidays);

    public static SessionWindow On(string start, string end, string zone, DaysOfWeek days, params int[] holidays) => new(
        TimeOfDay.Parse(start), TimeOfDay.Parse(end), TimeZoneInfo.FindSystemTimeZoneById(zone), days, holidays.ToHashSet());
}
