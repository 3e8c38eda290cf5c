using System.Globalization;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>Dates, yyyy-MM-dd, each once and in their order.</summary>
internal sealed class DatesForm : ValueForm<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(Section section, string key, IReadOnlyList<string> fallback)
    {
        string[] dates = [.. Days(section, key).Distinct().Order().Select(Date)];
        section.Record(key, Write(dates));
        return dates;
    }

    public override string Write(IReadOnlyList<string> value) => $"[{string.Join(", ", value)}]";

    public override FormDescription Description => Dates;

    /// <summary>A list of dates, described.</summary>
    public static FormDescription Dates { get; } = new("list", "of dates", "\"type\": [\"array\", \"null\"], \"items\": {\"type\": \"string\", \"format\": \"date\"}");

    /// <summary>The dates of a list, days since 1970-01-01; absent: none.</summary>
    public static IReadOnlyList<int> Days(Section section, string key) => section.Node(key) is ScalarNode { IsNull: true }
        ? []
        : [.. section.Items(key, "a list of dates like [2025-12-25]")?.Select(i => Scalars.Date(i, section.Path(key), section.Log)).OfType<int>() ?? []];

    /// <summary>yyyy-MM-dd of days since 1970-01-01.</summary>
    public static string Date(int days) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days since 1970-01-01 of yyyy-MM-dd.</summary>
    public static int Day(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
}
