using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>A number that can be computed with: 1e400 is JSON, and none.</summary>
internal sealed class FiniteNumber : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDouble() is var number && double.IsFinite(number) ? number : throw new JsonException("a number is out of range");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>A whole number of a run's files: all of them count something.</summary>
internal sealed class Count : JsonConverter<int>
{
    /// <inheritdoc/>
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt32() is var count and >= 0 ? count : throw new JsonException($"{reader.GetInt32()} is not a count");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>The same of those that may be large.</summary>
internal sealed class LongCount : JsonConverter<long>
{
    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt64() is var count and >= 0 ? count : throw new JsonException($"{reader.GetInt64()} is not a count");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>A time as all files have it (<see cref="EventTime.ToIso"/>), UTC.</summary>
internal sealed class IsoTimeText : JsonConverter<DateTime>
{
    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EventTime.TryParseIso(reader.GetString(), out var time) ? EventTime.ToDateTime(time) : throw new JsonException($"'{reader.GetString()}' is not a time");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(EventTime.ToIso(EventTime.FromDateTime(value)));
}

/// <summary>A text that must not be null.</summary>
internal sealed class NeededText : JsonConverter<string>
{
    /// <summary>The one there is.</summary>
    public static readonly NeededText Instance = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() ?? throw new JsonException("null stands where a text belongs");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Data by symbol: an object with a member a symbol, and of live runs the list <c>stale</c>.</summary>
internal sealed class DataBySymbol : JsonConverter<IReadOnlyList<SymbolDataStatus>>
{
    private const string Stale = "stale";

    /// <inheritdoc/>
    public override IReadOnlyList<SymbolDataStatus> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var members = JsonSerializer.Deserialize(ref reader, JsonReading.Kind<IReadOnlyDictionary<string, JsonElement>>())!;
        var stale = members.TryGetValue(Stale, out var list) ? JsonReading.Read<string[]>(list) : [];
        return [.. members.Where(m => m.Key != Stale).Select(m => JsonReading.Read<SymbolCounts>(m.Value).Of(m.Key, stale.Contains(m.Key)))];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<SymbolDataStatus> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        DataJson.WriteMembers(writer, value);
        writer.WriteEndObject();
    }
}

/// <summary>Data of one symbol in a file; see <see cref="SymbolDataStatus"/>. Older files have fewer members.</summary>
internal readonly record struct SymbolCounts(long Bars, long Gaps, long Duplicates, long Rejected, long? Crossed, long? OutsideHours, double? StaleS)
{
    /// <summary>As the data of a symbol.</summary>
    public SymbolDataStatus Of(string symbol, bool isStale) =>
        new(symbol, Bars, Gaps, Duplicates, Rejected, isStale) { Crossed = Crossed, OutsideHours = OutsideHours, StaleS = StaleS };
}
