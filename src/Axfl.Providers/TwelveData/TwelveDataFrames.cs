using System.Text.Json;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Providers.TwelveData;

/// <summary>Messages of Twelve Data's price socket (twelvedata.com/docs, ws real-time price).</summary>
/// <remarks>Times are whole seconds. With bid and ask the tick is the mid of the quote, without it is the one price and has no spread.</remarks>
internal static class TwelveDataFrames
{
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
        string? @event = null, status = null, symbol = null, text = null;
        double price = double.NaN, bid = double.NaN, ask = double.NaN;
        long? time = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "event": @event = JsonFrames.Text(ref reader); break;
                case "status": status = JsonFrames.Text(ref reader); break;
                case "symbol": symbol = JsonFrames.Text(ref reader); break;
                case "message": text = JsonFrames.Text(ref reader); break;
                case "price": price = JsonFrames.Number(ref reader); break;
                case "bid": bid = JsonFrames.Number(ref reader); break;
                case "ask": ask = JsonFrames.Number(ref reader); break;
                case "timestamp": time = JsonFrames.Whole(ref reader); break;
                case "success": ReadSymbols(ref reader, frame, refused: false); break;
                case "fails": ReadSymbols(ref reader, frame, refused: true); break;
                case "messages": text = ReadTexts(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        frame.Message = text;
        frame.Kind = @event switch
        {
            "price" => FrameKind.Prices,
            "heartbeat" => FrameKind.Heartbeat,
            "subscribe-status" => status == "error" && frame.Refused.Count == 0 ? FrameKind.Error : FrameKind.SubscribeStatus,
            null when status == "error" => FrameKind.Error,
            _ => FrameKind.Unknown,
        };
        if (frame.Kind == FrameKind.Prices) AddPrice(frame, symbol, time, price, bid, ask);
    }

    private static void AddPrice(FeedFrame frame, string? symbol, long? time, double price, double bid, double ask)
    {
        var quoted = bid > 0 && ask > 0;
        if (string.IsNullOrEmpty(symbol) || time is not { } seconds || Math.Abs(seconds) > 9e11 || !(price > 0) || (quoted && bid > ask)) frame.BadItems++;
        else frame.Add(new FrameTick(symbol, quoted ? Tick.FromQuote(seconds * 1000, bid, ask) : new Tick(seconds * 1000, price)));
    }

    /// <summary>Items are objects with a symbol, or plain texts.</summary>
    private static void ReadSymbols(ref Utf8JsonReader reader, FeedFrame frame, bool refused)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string? symbol = null, message = null;
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString();
                    reader.Read();
                    if (name == "symbol") symbol = JsonFrames.Text(ref reader);
                    else if (name == "message") message = JsonFrames.Text(ref reader);
                    else reader.Skip();
                }
            }
            else symbol = JsonFrames.Text(ref reader);

            if (string.IsNullOrEmpty(symbol)) continue;
            if (refused) frame.Refuse(symbol, message ?? "");
            else frame.Confirm(symbol);
        }
    }

    private static string? ReadTexts(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return JsonFrames.Text(ref reader);
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (JsonFrames.Text(ref reader) is { } text) texts.Add(text);
        return string.Join("; ", texts);
    }
}
