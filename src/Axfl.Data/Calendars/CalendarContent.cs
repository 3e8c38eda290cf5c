using Axfl.Engine.Plan;

namespace Axfl.Data.Calendars;

/// <summary>A news calendar as it was read.</summary>
/// <param name="Events">Its events, in the order of the file.</param>
/// <param name="Faults">What could not be read; with any the events are not to be used.</param>
public sealed record CalendarContent(IReadOnlyList<NewsEvent> Events, IReadOnlyList<CalendarFault> Faults)
{
    /// <summary>The most bytes of a calendar's file.</summary>
    public const long MostBytes = 1 << 24;

    private const int MostFaults = 20;

    /// <summary>Reads the content of a file: a JSON list where it begins with <c>[</c>, else CSV.</summary>
    /// <param name="content">Its bytes, UTF-8.</param>
    /// <param name="zone">Zone of times that carry none; null: there is none, and such times are faults.</param>
    public static CalendarContent Read(ReadOnlySpan<byte> content, TimeZoneInfo? zone)
    {
        if (content.StartsWith("\uFEFF"u8)) content = content[3..];
        if (!System.Text.Unicode.Utf8.IsValid(content)) return new CalendarContent([], [new(1, null, "it is not UTF-8: save it with that encoding.")]);
        List<NewsEvent> events = [];
        List<CalendarFault> faults = [];
        var rows = content.TrimStart(" \t\r\n"u8).StartsWith("["u8) ? CalendarJson.Rows(content) : CalendarCsv.Rows(content);
        foreach (var row in rows)
        {
            var fault = row.Fault;
            if (fault is null && CalendarRow.Read(row, zone, out fault) is { } read) events.Add(read);
            if (fault is null) continue;
            faults.Add(new CalendarFault(row.Line, row.Item, fault));
            if (faults.Count == MostFaults) break;
        }

        return new CalendarContent(events, faults);
    }
}
