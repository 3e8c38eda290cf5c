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
            line += Breaks(content, counted, (int)json.TokenStartIndex);
            counted = (int)json.TokenStartIndex;
            rows.Add(Item(ref json, content, line, rows.Count + 1));
        }

        if (json.Read()) throw new JsonException("something follows the list");
    }

    private static CalendarRow Item(ref Utf8JsonReader json, ReadOnlySpan<byte> content, int line, int item)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return new CalendarRow(line, item, default, [], "it is not an object with title, country, date and impact.");
        }

        List<string> names = [], cells = [];
        var began = (int)json.TokenStartIndex;
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        (int At, string Why)? faulty = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var at = (int)json.TokenStartIndex;
            var name = Text(json);
            // Told as columns are, without case: one of the two would count, and nobody said which.
            if (name is not null && !known.Add(name.Trim())) faulty ??= (at, $"the key '{CalendarRow.Short(name)}' occurs twice in one object: leave one of them.");
            names.Add(name ?? "");
            json.Read();
            var text = json.TokenType == JsonTokenType.String ? Text(json) : "";
            if (name is null || text is null) faulty ??= (at, "a text has half a character (one of \\ud800 to \\udfff without its other half): write it whole, or leave it out.");
            cells.Add(json.TokenType switch
            {
                JsonTokenType.String => text ?? "",
                JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
                _ => "",
            });
            json.Skip();
        }

        if (faulty is { } place) return new CalendarRow(line + Breaks(content, began, place.At), item, default, [], place.Why);
        var columns = CalendarColumns.Find(names, out var unfit);
        return new CalendarRow(line, item, columns, cells, unfit is null ? null : $"it has {unfit}.");
    }

    // Null: it has an escape that stands for no character.
    private static string? Text(in Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int Breaks(ReadOnlySpan<byte> content, int from, int to) => content[from..to].Count((byte)'\n');
}
