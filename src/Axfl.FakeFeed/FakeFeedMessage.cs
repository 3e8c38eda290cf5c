using System.Text.Json;

namespace Axfl.FakeFeed;

/// <summary>A message of a client: <c>{"type":"subscribe","symbol":"OANDA:EUR_USD"}</c>.</summary>
/// <param name="Type"><c>subscribe</c> or <c>unsubscribe</c>.</param>
/// <param name="Symbol">The client's name of it.</param>
internal sealed record FakeFeedMessage(string? Type, string? Symbol)
{
    /// <summary>Whether the symbol is wanted; otherwise it no longer is.</summary>
    public bool IsSubscribe() => Type == "subscribe";

    /// <summary>Reads a message.</summary>
    /// <returns>Null when it is none that the server knows.</returns>
    public static FakeFeedMessage? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text.Span, FakeFeedJson.Readable.FakeFeedMessage) is { Type: "subscribe" or "unsubscribe", Symbol.Length: > 0 } message ? message : null;
        }
        catch (JsonException)
        {
            // The answer to it says so.
            return null;
        }
    }
}
