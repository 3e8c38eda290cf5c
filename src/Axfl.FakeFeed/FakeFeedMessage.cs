using System.Text.Json;

namespace Axfl.FakeFeed;

/// <summary>A message of a client: <c>{"type":"subscribe","symbol":"OANDA:EUR_USD"}</c>.</summary>
/// <param name="IsSubscribe">Whether the symbol is wanted; otherwise it no longer is.</param>
/// <param name="Symbol">The client's name of it.</param>
internal readonly record struct FakeFeedMessage(bool IsSubscribe, string Symbol)
{
    /// <summary>Reads a message.</summary>
    /// <returns>Null when it is none that the server knows.</returns>
    public static FakeFeedMessage? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object || Text(json.RootElement, "symbol") is not { Length: > 0 } symbol) return null;
            return Text(json.RootElement, "type") switch
            {
                "subscribe" => new FakeFeedMessage(true, symbol),
                "unsubscribe" => new FakeFeedMessage(false, symbol),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // The answer to it says so.
            return null;
        }
    }

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
