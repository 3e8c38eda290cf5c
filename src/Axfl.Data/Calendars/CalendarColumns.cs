namespace Axfl.Data.Calendars;

/// <summary>Which columns of a calendar are what, by their names in any order and case.</summary>
/// <param name="Date">Column of the date, or of date and time; -1: there is none.</param>
/// <param name="Clock">Column of the time of day, or of date and time; -1: there is none.</param>
/// <param name="IsUtc">Whether its times are UTC, whatever the plan says.</param>
/// <param name="Currency">Column of the currencies.</param>
/// <param name="Impact">Column of the impact.</param>
/// <param name="Title">Column of the title.</param>
internal readonly record struct CalendarColumns(int Date, int Clock, bool IsUtc, int Currency, int Impact, int Title)
{
    /// <summary>Finds them.</summary>
    /// <param name="names">Names of the columns.</param>
    /// <param name="fault">What is missing or named twice; null: nothing.</param>
    public static CalendarColumns Find(IReadOnlyList<string> names, out string? fault)
    {
        int First(params string[] wanted)
        {
            foreach (var name in wanted)
                for (var i = 0; i < names.Count; i++)
                    if (string.Equals(names[i].Trim(), name, StringComparison.OrdinalIgnoreCase)) return i;
            return -1;
        }

        var clock = First("time", "time_utc");
        var found = new CalendarColumns(
            First("date"), clock, clock >= 0 && string.Equals(names[clock].Trim(), "time_utc", StringComparison.OrdinalIgnoreCase), First("currency", "currencies", "country"),
            First("impact"), First("title", "event"));
        fault = found.Date < 0 && clock < 0 ? "no date, time or time_utc" : found.Currency < 0 ? "no currency, currencies or country"
            : found.Impact < 0 ? "no impact" : found.Title < 0 ? "no title or event"
            : found.Twice(names) is { } twice ? $"'{twice}' twice, and nothing says which is meant" : null;
        return found;
    }

    private string? Twice(IReadOnlyList<string> names)
    {
        foreach (var column in (int[])[Date, Clock, Currency, Impact, Title])
            if (column >= 0 && names.Count(n => string.Equals(n.Trim(), names[column].Trim(), StringComparison.OrdinalIgnoreCase)) > 1) return names[column].Trim();
        return null;
    }
}
