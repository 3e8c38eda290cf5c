using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads JSON into records. A member that a record cannot be without must be there: nothing is taken to be 0 or empty.</summary>
internal static class JsonReading
{
    // Texts and numbers that may be missing all the same: files of older versions have none, or there is one only when there is something to say.
    private static readonly HashSet<(Type, string)> Optional =
    [
        (typeof(Decision), "run"), (typeof(PortfolioMetrics), "run"), (typeof(FeedStatus), "state"),
        (typeof(StatusLine), "error"), (typeof(StatusLine), "day"), (typeof(StatusLine), "run"), (typeof(StatusLine), "ledger_hash"),
        (typeof(RunSummary), "state"), (typeof(RunSummary), "error"), (typeof(RunSummary), "outside_hours"), (typeof(NowStatus), "error"), (typeof(NewsLine), "title"), (typeof(NowStatus), "run"),
        (typeof(HaltLine), "strategy"),
        (typeof(NowStatePrice), "why"), (typeof(NowStateLimit), "strategy"), (typeof(NowStateHalt), "strategy"),
    ];

    private static readonly JsonSerializerOptions Options = new(RunFileJson.Default.Options) { TypeInfoResolver = RunFileJson.Default.WithAddedModifier(Require) };

    /// <summary>Reads UTF-8.</summary>
    /// <exception cref="JsonException">It is not JSON of this kind; <see cref="IsDamage"/> names what else it may be.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
    {
        RefuseTwice(json);
        return JsonSerializer.Deserialize(json, Kind<T>()) ?? throw Missing();
    }

    /// <summary>Reads text.</summary>
    /// <exception cref="JsonException">It is not JSON of this kind; <see cref="IsDamage"/> names what else it may be.</exception>
    public static T Read<T>(string json) => Read<T>(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a part of what was read before.</summary>
    public static T Read<T>(JsonElement json) => json.Deserialize(Kind<T>()) ?? throw Missing();

    /// <summary>How a kind is read, also within others.</summary>
    public static JsonTypeInfo<T> Kind<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>An object that must be there.</summary>
    public static T Given<T>(T? value, string name) where T : class => value ?? throw new JsonException($"'{name}' is missing");

    /// <summary>A list, empty when it is not there. Its items must be.</summary>
    public static T[] Items<T>(IEnumerable<T>? items) where T : class => items is null ? [] : [.. items.Select(i => i ?? throw new JsonException("a null stands in a list"))];

    /// <summary>Whether an exception says that JSON is not what it must be: broken, a member missing or twice, a value of another kind or out of range.</summary>
    public static bool IsDamage(Exception e) => e is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException;

    // Of two members of one name a serializer takes the last in silence.
    private static void RefuseTwice(ReadOnlySpan<byte> json)
    {
        const int MostNames = 64, MostDepth = 8;
        Span<(int Start, int Length)> seen = stackalloc (int, int)[MostNames];
        Span<int> firsts = stackalloc int[MostDepth];
        int count = 0, depth = 0;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) count = firsts[--depth];
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.PropertyName)
            {
                // Of a line of a run neither happens; a plain comparison of bytes is made many thousand times.
                if (reader.ValueIsEscaped || count == MostNames || depth == MostDepth)
                {
                    RefuseTwiceDecoded(json);
                    return;
                }

                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    firsts[depth++] = count;
                    continue;
                }

                var name = reader.ValueSpan;
                foreach (var (start, length) in seen[firsts[depth - 1]..count])
                    if (json.Slice(start, length).SequenceEqual(name)) throw Twice(reader.GetString()!);
                seen[count++] = ((int)reader.TokenStartIndex + 1, name.Length);
            }
        }
    }

    private static void RefuseTwiceDecoded(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject) open.Push(new HashSet<string>(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject) open.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.GetString() is { } name && !open.Peek().Add(name)) throw Twice(name);
        }
    }

    private static JsonException Twice(string name) => new($"'{name}' is listed twice");

    private static JsonException Missing() => new("null stands where an object belongs");

    private static void Require(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(m => m.Set is not null))
        {
            var isText = member.PropertyType == typeof(string);
            var isNeeded = (isText || (member.PropertyType.IsValueType && Nullable.GetUnderlyingType(member.PropertyType) is null)) && !Optional.Contains((type.Type, member.Name));
            if (isText && isNeeded) member.CustomConverter = NeededText.Instance;
            member.IsRequired = isNeeded;
        }
    }
}
