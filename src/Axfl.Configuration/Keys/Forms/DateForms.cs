using System.Globalization;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>Dates, yyyy-MM-dd, each once and in their order.</summary>
internal sealed class DatesForm : ValueForm<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(Section section, string key, IReadOnlyList<string> fallback)
    {
        // Of yyyy-MM-dd the order of the texts is that of the days.
        var dates = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var day in Days(section, key)) dates.Add(Date(day));
        string[] sorted = [.. dates];
        section.Record(key, Write(sorted));
        return sorted;
    }

    public override string Write(IReadOnlyList<string> value) => $"[{string.Join(", ", value)}]";

    public override FormDescription Description => Dates;

    /// <summary>A list of dates, described.</summary>
    public static FormDescription Dates { get; } = new("list", "of dates", "\"type\": [\"array\", \"null\"], \"items\": {\"type\": \"string\", \"format\": \"date\"}");

    /// <summary>The dates of a list, days since 1970-01-01; absent: none.</summary>
    public static IReadOnlyList<int> Days(Section section, string key)
    {
        var days = new List<int>();
        if (section.Node(key) is ScalarNode { IsNull: true }) return days;
        foreach (var item in section.Items(key, "a list of dates like [2025-12-25]") ?? [])
            if (Scalars.Date(item, section.Path(key), section.Log) is { } day) days.Add(day);
        return days;
    }

    /// <summary>yyyy-MM-dd of days since 1970-01-01.</summary>
    public static string Date(int days) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days since 1970-01-01 of dates.</summary>
    public static List<int> DaysOf(IReadOnlyList<string> dates)
    {
        var days = new List<int>(dates.Count);
        foreach (var date in dates) days.Add(Day(date));
        return days;
    }

    private static int Day(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
}
