using Axfl.Contracts;

namespace Axfl.FakeFeed;

/// <summary>Messages of Finnhub's trade socket, as the server writes them (finnhub.io/docs/api/websocket-trades).</summary>
internal static class FakeFeedFrames
{
    /// <summary>The ping.</summary>
    public static ReadOnlyMemory<byte> Ping { get; } = """{"type":"ping"}"""u8.ToArray();

    /// <summary>A batch of prices. Their volume is 0, as that of a venue without trades.</summary>
    public static ReadOnlyMemory<byte> Trades(IEnumerable<(string Name, Tick Tick)> ticks) => FakeFeedJson.Object(json =>
    {
        json.WriteStartArray("data"u8);
        foreach (var (name, tick) in ticks)
        {
            json.WriteStartObject();
            json.WriteNumber("p"u8, tick.Price);
            json.WriteString("s"u8, name);
            json.WriteNumber("t"u8, tick.Time);
            json.WriteNumber("v"u8, 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("type"u8, "trade"u8);
    });

    /// <summary>An error in words, such as <c>Invalid symbol OANDA:EUR_XXX</c>.</summary>
    public static ReadOnlyMemory<byte> Error(string words) => FakeFeedJson.Object(json =>
    {
        json.WriteString("msg"u8, words);
        json.WriteString("type"u8, "error"u8);
    });
}
