using System.Net.Http.Headers;
using System.Text.Json;
using Axfl.Alerts.Messages;
using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>A channel that takes a text in an object of JSON, several messages as lines of it.</summary>
/// <param name="address">Where requests go.</param>
/// <param name="mostTogether">Most characters of a text.</param>
/// <param name="time">Clock.</param>
internal abstract class JsonChannel(Secret address, int mostTogether, TimeProvider time) : HttpChannel(address, time)
{
    /// <inheritdoc/>
    public override int MostTogether => mostTogether;

    /// <summary>The object for a text.</summary>
    protected abstract byte[] Body(string text);

    /// <inheritdoc/>
    protected override HttpRequestMessage Request(IReadOnlyList<Alert> alerts)
    {
        var text = string.Join('\n', alerts.Select(a => a.Shown));
        if (text.Length > mostTogether) text = text[..(mostTogether - 1)] + "…";
        return Post(Body(text), "application/json");
    }

    /// <summary>A request with a body.</summary>
    public static HttpRequestMessage Post(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type, "utf-8");
        return new HttpRequestMessage { Method = HttpMethod.Post, Content = content };
    }

    /// <summary>An object with one text.</summary>
    protected static byte[] Of(string name, string text) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [name] = text }, AlertJsonContext.Default.DictionaryStringString);
}
