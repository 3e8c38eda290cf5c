using System.Buffers.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Providers.Oanda;

/// <summary>Lines of OANDA's v20 pricing stream (developer.oanda.com/rest-live-v20/pricing-ep).</summary>
/// <remarks>Prices are strings. The best bid is the highest, the best ask the lowest: the book's order is not relied on.</remarks>
internal static class OandaFrames
{
    /// <summary>Reads one line; never throws. An empty line is <see cref="FrameKind.Unknown"/>.</summary>
    /// <param name="line">The line without its end, UTF-8.</param>
    /// <param name="frame">Filled anew.</param>
    public static void Parse(ReadOnlySpan<byte> line, FeedFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (line.Trim("\r \t"u8).IsEmpty) frame.Clear();
        else JsonFrames.Parse(line, frame, Read);
    }

    private static void Read(ref Utf8JsonReader reader, FeedFrame frame)
    {
        string? type = null, instrument = null, text = null;
        double bid = double.NaN, ask = double.NaN;
        long? time = null;
        var tradeable = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "type": type = JsonFrames.Text(ref reader); break;
                case "instrument": instrument = JsonFrames.Text(ref reader); break;
                case "errorMessage": text = JsonFrames.Text(ref reader); break;
                case "time": time = ReadTime(ref reader); break;
                case "bids": bid = ReadBest(ref reader, highest: true); break;
                case "asks": ask = ReadBest(ref reader, highest: false); break;
                case "tradeable": tradeable = reader.TokenType != JsonTokenType.False; reader.Skip(); break;
                default: reader.Skip(); break;
            }
        }

        frame.Message = text;
        frame.Kind = type switch
        {
            "PRICE" => FrameKind.Prices,
            "HEARTBEAT" => FrameKind.Heartbeat,
            null when text is not null => FrameKind.Error,
            _ => FrameKind.Unknown,
        };
        if (frame.Kind != FrameKind.Prices) return;
        if (string.IsNullOrEmpty(instrument) || time is not { } at || !(bid > 0) || !(ask > 0) || bid > ask) frame.BadItems++;
        else frame.Add(new FrameTick(instrument, Tick.FromQuote(at, bid, ask), Tradeable: tradeable));
    }

    private static double ReadBest(ref Utf8JsonReader reader, bool highest)
    {
        var best = double.NaN;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return best;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isPrice = reader.ValueTextEquals("price"u8);
                reader.Read();
                var price = isPrice ? ReadPrice(ref reader) : double.NaN;
                if (!isPrice) reader.Skip();
                if (price > 0 && !(highest ? price <= best : price >= best)) best = price;
            }
        }

        return best;
    }

    private static double ReadPrice(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return double.NaN;
        }

        return Utf8Parser.TryParse(reader.ValueSpan, out double price, out var used) && used == reader.ValueSpan.Length && double.IsFinite(price)
            ? price
            : double.NaN;
    }

    private static long? ReadTime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return OandaTime.TryParse(reader.ValueSpan, out var time) ? time : null;
    }
}
