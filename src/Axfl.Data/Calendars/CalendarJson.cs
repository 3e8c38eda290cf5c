using System.Text;
using System.Text.Json;

namespace Axfl.Data.Calendars;

/// <summary>The rows of a calendar that is a JSON list of objects.</summary>
internal static class CalendarJson
{
    /// <summary>Its rows, those that are none among them.</summary>
    public static IEnumerable<CalendarRow> Rows(ReadOnlySpan<byte> content)
    {
        List<CalendarRow> rows = [];
        try
        {
            Read(content, rows);
        }
        catch (JsonException e)
        {
            rows.Add(new CalendarRow((int)(e.LineNumber ?? 0) + 1, rows.Count + 1, default, [], $"it is not JSON: {e.Message}"));
        }

        return rows;
    }

    private static void Read(ReadOnlySpan<byte> content, List<CalendarRow> rows)
    {
        var json = new Utf8JsonReader(content);
        json.Read();
        var (line, counted) = (1, 0);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var at = (int)json.TokenStartIndex;
            line += content[counted..at].Count((byte)'\n');
            counted = at;
            rows.Add(Item(ref json, line, rows.Count + 1));
        }

        if (json.Read()) throw new JsonException("something follows the list");
    }

    private static CalendarRow Item(ref Utf8JsonReader json, int line, int item)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return new CalendarRow(line, item, default, [], "it is not an object with title, country, date and impact.");
        }

        List<string> names = [], cells = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(json.GetString()!);
            json.Read();
            cells.Add(json.TokenType switch
            {
                JsonTokenType.String => json.GetString()!,
                JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
                _ => "",
            });
            json.Skip();
        }

        var columns = CalendarColumns.Find(names, out var missing);
        return new CalendarRow(line, item, columns, cells, missing is null ? null : $"it has {missing}.");
    }
}
