using System.Buffers;
using System.Text.Json;

namespace Axfl.Runtime;

/// <summary>JSON that the server sends.</summary>
internal static class FakeFeedJson
{
    /// <summary>An object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>An error of the REST service: <c>{"error":"..."}</c>.</summary>
    public static ReadOnlyMemory<byte> Error(string words) => Object(json => json.WriteString("error"u8, words));
}
