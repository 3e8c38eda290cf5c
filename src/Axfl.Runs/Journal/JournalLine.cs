using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Journal;

/// <summary>A line of a journal as an object: its kind, and of the members those that inputs have.</summary>
public sealed class JournalLine
{
    /// <summary>Kind.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Time of the event (<c>t</c>), unix ms; 0: it has none.</summary>
    public long Time { get; private set; }

    /// <summary>Index of the symbol (<c>s</c>).</summary>
    public int Symbol { get; private set; }

    /// <summary>Price of a tick (<c>p</c>).</summary>
    public double Price { get; private set; }

    /// <summary>Spread of a tick (<c>a</c>); NaN: none.</summary>
    public double Spread { get; private set; }

    /// <summary>Receipt of a price behind its stamp, or the correction of the clock, ms (<c>l</c>); 0: none.</summary>
    public long Lag { get; private set; }

    /// <summary>How many prices or bars a note stands for (<c>c</c>).</summary>
    public long Count { get; private set; }

    /// <summary>Whether something holds (<c>on</c>).</summary>
    public bool On { get; private set; }

    /// <summary>Bars of a <c>history</c> or <c>bars</c> line (<c>b</c>).</summary>
    public List<MissedBar> Bars { get; } = [];

    /// <summary>Events of a <c>calendar</c> line (<c>e</c>).</summary>
    public List<NewsEvent> Events { get; } = [];

    /// <summary>Text members by name.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a line that holds.</summary>
    /// <exception cref="JsonException">It is no line of a journal of this version.</exception>
    public void Parse(ReadOnlySpan<byte> line)
    {
        (Kind, Time, Symbol, Price, Spread, Lag, Count, On) = ("", 0, 0, 0, double.NaN, 0, 0, false);
        Bars.Clear();
        Events.Clear();
        if (Texts.Count > 0) Texts.Clear();
        var json = new Utf8JsonReader(line);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueSpan.Length == 1) ParseShort(ref json, json.ValueSpan[0]);
            else if (json.ValueTextEquals("on"u8)) On = json.Read() && json.GetBoolean();
            else ParseText(ref json);
        }
    }

    private void ParseShort(ref Utf8JsonReader json, byte name)
    {
        json.Read();
        switch (name)
        {
            case (byte)'k': Kind = KindOf(json); break;
            case (byte)'t': Time = InRange(json.GetInt64()); break;
            case (byte)'l': Lag = json.GetInt64(); break;
            case (byte)'s': Symbol = json.GetInt32(); break;
            case (byte)'c': Count = json.GetInt64(); break;
            case (byte)'p': Price = json.GetDouble(); break;
            case (byte)'a': Spread = json.GetDouble(); break;
            case (byte)'b': ParseBars(ref json); break;
            case (byte)'e': JournalEvents.Read(ref json, Events); break;
            default: json.Skip(); break;
        }
    }

    /// <summary>A time that a line may have, an open end among them; a chain that was sealed again does not make another one good.</summary>
    /// <exception cref="JsonException">It is out of range.</exception>
    public static long InRange(long time) => EventTime.IsInRange(time) || time is long.MinValue or long.MaxValue ? time : throw new JsonException($"the time {time} is not within 1970 to 2199");

    private void ParseText(ref Utf8JsonReader json)
    {
        var name = json.GetString()!;
        json.Read();
        if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) json.Skip();
        else Texts[name] = json.TokenType == JsonTokenType.String ? json.GetString()! : Encoding.UTF8.GetString(json.ValueSpan);
    }

    private void ParseBars(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.StartArray) Bars.Add(JournalBar.Read(ref json, Time));
    }

    private static string KindOf(in Utf8JsonReader json)
    {
        foreach (var kind in JournalKind.All)
            if (json.ValueTextEquals(kind)) return kind;
        return json.GetString() ?? "";
    }
}
