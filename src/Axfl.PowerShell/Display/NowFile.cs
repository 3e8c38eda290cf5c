using System.Text.Json;
using System.Text.Json.Serialization;

namespace Axfl.PowerShell.Display;

/// <summary>What is read of now.json.</summary>
/// <param name="Status">The status block's JSON, or null.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="Prices">What is known of each symbol's price.</param>
internal sealed record NowFile(JsonElement? Status, [property: JsonRequired] DateTime WrittenAt, PriceNow[]? Prices);

/// <summary>The price of a symbol.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Mid">Last accepted price, mid; null before the first.</param>
/// <param name="Received">When it was received, UTC; null before the first.</param>
/// <param name="IsFresh">Whether entries may be made at it.</param>
/// <param name="Why">Why not; null: it is fresh.</param>
internal sealed record PriceNow(
    [property: JsonRequired] string Symbol, double? Mid, DateTime? Received, [property: JsonRequired, JsonPropertyName("fresh")] bool IsFresh, string? Why);

/// <summary>How now.json is read.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NowFile))]
internal sealed partial class NowFileJson : JsonSerializerContext;
