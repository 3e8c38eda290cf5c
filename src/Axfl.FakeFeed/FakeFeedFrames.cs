using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.FakeFeed;

/// <summary>Messages of Finnhub's trade socket, as the server writes them (finnhub.io/docs/api/websocket-trades).</summary>
internal static class FakeFeedFrames
{
    /// <summary>The ping.</summary>
    public static ReadOnlyMemory<byte> Ping { get; } = """{"type":"ping"}"""u8.ToArray();

    /// <summary>A batch of prices. Their volume is 0, as that of a venue without trades.</summary>
    public static ReadOnlyMemory<byte> Trades(IEnumerable<(string Name, Tick Tick)> ticks)
    {
        var trades = new FakeTrades([.. ticks.Select(t => new FakeTrade(t.Tick.Price, t.Name, t.Tick.Time, 0))], "trade");
        return JsonSerializer.SerializeToUtf8Bytes(trades, FakeFeedJson.Readable.FakeTrades);
    }

    /// <summary>An error in words, such as <c>Invalid symbol OANDA:EUR_XXX</c>.</summary>
    public static ReadOnlyMemory<byte> Error(string words) => JsonSerializer.SerializeToUtf8Bytes(new FakeProblem(words, "error"), FakeFeedJson.Readable.FakeProblem);
}

/// <summary><c>{"data":[...],"type":"trade"}</c>.</summary>
internal sealed record FakeTrades(FakeTrade[] Data, string Type);

/// <summary>A price: price, symbol, unix ms, volume.</summary>
internal readonly record struct FakeTrade(double P, string S, long T, int V);

/// <summary><c>{"msg":"...","type":"error"}</c>.</summary>
internal sealed record FakeProblem(string Msg, string Type);
