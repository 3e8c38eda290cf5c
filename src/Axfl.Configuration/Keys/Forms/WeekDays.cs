using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>The days of the week and their words.</summary>
internal static class WeekDays
{
    /// <summary>Monday to Sunday.</summary>
    public static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Their words: the short ones, then the long ones, each in the order of the week.</summary>
    public static readonly string[] Words =
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Days as Mon, Tue, in the order of the week.</summary>
    public static IReadOnlyList<string> Names(DaysOfWeek days) => [.. Words.Take(Week.Length).Where((_, i) => days.Contains(Week[i]))];
}
