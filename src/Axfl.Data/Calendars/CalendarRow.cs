using System.Text.RegularExpressions;
using Axfl.Engine.Plan;

namespace Axfl.Data.Calendars;

/// <summary>One line of a calendar, or one item of a JSON list, as texts.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Item">Its number in a JSON list, from 1; null: it is of a CSV.</param>
/// <param name="Columns">Which of its cells are what.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Fault">Why it is no such row; null: it is one.</param>
internal sealed partial record CalendarRow(int Line, int? Item, CalendarColumns Columns, IReadOnlyList<string> Cells, string? Fault = null)
{
    private const int LongestTitle = 500;

    /// <summary>The event it tells of; null: it cannot be read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="zone">Zone of times that carry none; null: there is none.</param>
    /// <param name="fault">What is wrong; null: nothing.</param>
    public static NewsEvent? Read(CalendarRow row, TimeZoneInfo? zone, out string? fault)
    {
        var columns = row.Columns;
        var time = columns.Clock < 0 ? row.Cells[columns.Date] : columns.Date < 0 ? row.Cells[columns.Clock] : $"{row.Cells[columns.Date].Trim()} {row.Cells[columns.Clock].Trim()}";
        if (CalendarTime.Read(time, columns.IsUtc ? TimeZoneInfo.Utc : zone, out var moment) is { } wrong) fault = wrong;
        else if (Currencies(row.Cells[columns.Currency], out var currencies) is { } unknown)
            fault = $"the currency '{Short(unknown)}' is not a code of three letters, like USD, or ALL.";
        else if (ImpactOf(row.Cells[columns.Impact].Trim()) is not { } impact)
            fault = $"the impact '{Short(row.Cells[columns.Impact])}' is not known: use low, medium, high, holiday, non-economic, or one to three stars (3, ***).";
        else if (row.Cells[columns.Title].Length > LongestTitle) fault = $"its title has more than {LongestTitle} characters: is a quote missing?";
        else
        {
            fault = null;
            return new NewsEvent(moment.Time, moment.DayEnd, currencies, impact, OneLine().Replace(row.Cells[columns.Title], " ").Trim());
        }

        return null;
    }

    /// <summary>A text of a file, short enough for a message.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";

    // What is no code; null: all are.
    private static string? Currencies(string cell, out string[] codes)
    {
        codes = cell.Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (codes.Length == 0) return cell;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i].Length != 3 || !codes[i].All(char.IsAsciiLetter)) return codes[i];
            codes[i] = codes[i].ToUpperInvariant();
        }

        return null;
    }

    // Line breaks and control characters: a title is one line.
    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+", RegexOptions.CultureInvariant)]
    private static partial Regex OneLine();

    private static NewsImpacts? ImpactOf(string cell) => cell.ToUpperInvariant() switch
    {
        "LOW" or "NON-ECONOMIC" or "1" or "*" or "★" => NewsImpacts.Low,
        "MEDIUM" or "2" or "**" or "★★" => NewsImpacts.Medium,
        "HIGH" or "3" or "***" or "★★★" => NewsImpacts.High,
        "HOLIDAY" => NewsImpacts.Holiday,
        _ => null,
    };
}
