using System.Globalization;
using System.Text.Json;
using Axfl.Engine.Plan;

namespace Axfl.Runs.Journal;

/// <summary>Events of a news calendar in a line of a journal: <c>[[time, end of the day or null, currencies, impact, title], ...]</c>.</summary>
internal static class JournalEvents
{
    /// <summary>The most events of one line.</summary>
    public const int MostInALine = 2000;

    /// <summary>Writes the member <c>e</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<NewsEvent> events)
    {
        json.WriteStartArray("e"u8);
        foreach (var e in events)
        {
            json.WriteStartArray();
            json.WriteNumberValue(e.Time);
            if (e.DayEnd is { } end) json.WriteNumberValue(end);
            else json.WriteNullValue();
            json.WriteStringValue(string.Join(' ', e.Currencies));
            json.WriteNumberValue((int)e.Impact);
            json.WriteStringValue(e.Title);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads the value of the member <c>e</c>.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static void Read(ref Utf8JsonReader json, List<NewsEvent> events)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw new JsonException("'e' is not a list of events");
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var time = JournalLine.InRange(json.GetInt64());
            json.Read();
            long? end = json.TokenType == JsonTokenType.Null ? null : JournalLine.InRange(json.GetInt64());
            json.Read();
            var currencies = (json.GetString() ?? "").Split(' ');
            json.Read();
            var impact = (NewsImpacts)json.GetInt32();
            json.Read();
            events.Add(new NewsEvent(time, end, currencies, impact, json.GetString() ?? throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"the event at {time} has no title"))));
            json.Read();
        }
    }
}
