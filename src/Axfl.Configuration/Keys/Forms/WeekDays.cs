namespace Axfl.Configuration.Keys.Forms;

/// <summary>The days of the week and their words.</summary>
internal static class WeekDays
{
    /// <summary>Monday to Sunday.</summary>
    public static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Mon and Monday.</summary>
    public static readonly (string Word, DayOfWeek Value)[] Words = [.. Week.Select(d => (d.ToString()[..3], d)), .. Week.Select(d => (d.ToString(), d))];

    /// <summary>Days as Mon, Tue, in the order of the week.</summary>
    public static IReadOnlyList<string> Names(IReadOnlySet<DayOfWeek> days) => [.. Week.Where(days.Contains).Select(d => d.ToString()[..3])];
}
