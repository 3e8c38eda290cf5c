using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Axfl.FakeFeed;

/// <summary>JSON that the server sends.</summary>
internal static class FakeFeedJson
{
    // Read by people with curl too: an apostrophe stays one.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>An error of the REST service: <c>{"error":"..."}</c>.</summary>
    public static ReadOnlyMemory<byte> Error(string words) => Object(json => json.WriteString("error"u8, words));
}
