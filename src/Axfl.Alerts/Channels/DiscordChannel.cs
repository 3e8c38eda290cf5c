using System.Buffers;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>A webhook of Discord. Limit of a message: 2000 characters (discord.com/developers/docs/resources/webhook).</summary>
internal sealed class DiscordChannel(Secret address, TimeProvider time) : JsonChannel(address, 2000, time)
{
    // A text of the market must call nobody.
    protected override byte[] Body(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("content"u8, text);
        json.WriteStartObject("allowed_mentions"u8);
        json.WriteStartArray("parse"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
