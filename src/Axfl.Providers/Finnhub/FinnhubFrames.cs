using System.Text.Json;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Providers.Finnhub;

/// <summary>Messages of Finnhub's trade socket (finnhub.io/docs/api/websocket-trades).</summary>
/// <remarks>
/// A price of a venue without trades has volume 0 and is a price all the same. There is one price, no quote: the tick has no spread.
/// </remarks>
internal static class FinnhubFrames
{
    private const string InvalidSymbol = "Invalid symbol ";

    /// <summary>Reads one message; never throws.</summary>
    /// <param name="message">The whole message, UTF-8.</param>
    /// <param name="frame">Filled anew.</param>
    public static void Parse(ReadOnlySpan<byte> message, FeedFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        JsonFrames.Parse(message, frame, Read);
    }

    private static void Read(ref Utf8JsonReader reader, FeedFrame frame)
    {
        string? type = null, text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8) && reader.Read()) type = JsonFrames.Text(ref reader);
            else if ((reader.ValueTextEquals("msg"u8) || reader.ValueTextEquals("error"u8)) && reader.Read()) text = JsonFrames.Text(ref reader);
            else if (reader.ValueTextEquals("data"u8) && reader.Read()) ReadItems(ref reader, frame);
            else if (reader.TokenType == JsonTokenType.PropertyName) Skip(ref reader);
        }

        // The type often comes last: only now is it known what the items were.
        if (type != "trade") frame.DropTicks();
        frame.Message = text;
        frame.Kind = type switch
        {
            "trade" => FrameKind.Prices,
            "ping" => FrameKind.Heartbeat,
            "error" => FrameKind.Error,
            null when text is not null => FrameKind.Error,
            _ => FrameKind.Unknown,
        };
        if (frame.Kind == FrameKind.Error && text is not null && text.StartsWith(InvalidSymbol, StringComparison.OrdinalIgnoreCase))
            frame.Refuse(text[InvalidSymbol.Length..].Trim(), text);
    }

    private static void ReadItems(ref Utf8JsonReader reader, FeedFrame frame)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) ReadItem(ref reader, frame);
            else
            {
                reader.Skip();
                frame.BadItems++;
            }
        }
    }

    private static void ReadItem(ref Utf8JsonReader reader, FeedFrame frame)
    {
        string? symbol = null;
        double price = double.NaN, volume = 0;
        long? time = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("s"u8) && reader.Read()) symbol = JsonFrames.Text(ref reader);
            else if (reader.ValueTextEquals("p"u8) && reader.Read()) price = JsonFrames.Number(ref reader);
            else if (reader.ValueTextEquals("t"u8) && reader.Read()) time = JsonFrames.Whole(ref reader);
            else if (reader.ValueTextEquals("v"u8) && reader.Read()) volume = JsonFrames.Number(ref reader);
            else if (reader.TokenType == JsonTokenType.PropertyName) Skip(ref reader);
        }

        if (string.IsNullOrEmpty(symbol) || !(price > 0) || time is not { } at) frame.BadItems++;
        else frame.Add(new FrameTick(symbol, new Tick(at, price), double.IsNaN(volume) ? 0 : volume));
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
