using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Addresses and texts of requests.</summary>
internal static class FeedAddress
{
    /// <summary>The address with a scheme of WebSockets (http and https are understood) and a query added.</summary>
    public static Uri WebSocket(Uri endpoint, string query = "")
    {
        var builder = new UriBuilder(endpoint);
        builder.Scheme = builder.Scheme is "http" or "ws" ? "ws" : "wss";
        if (query.Length > 0) builder.Query = builder.Query.Length > 1 ? builder.Query[1..] + "&" + query : query;
        return builder.Uri;
    }

    /// <summary>Reads an address of the user's own; null: none was given.</summary>
    /// <exception cref="AxflException">It is no address (<c>FeedEndpointInvalid</c>); it is not repeated, since a key may be in it.</exception>
    public static Uri? Parse(string? endpoint)
    {
        if (endpoint is null) return null;
        if (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss" or "http" or "https") return address;
        throw new AxflException("FeedEndpointInvalid", ErrorKind.Configuration,
            "The endpoint is not an address: write ws://host:port, wss://, http:// or https://.");
    }

    /// <summary>The address with a scheme of HTTP (ws and wss are understood).</summary>
    public static Uri Http(Uri endpoint)
    {
        var builder = new UriBuilder(endpoint);
        builder.Scheme = builder.Scheme is "http" or "ws" ? "http" : "https";
        return builder.Uri;
    }

    /// <summary>A text as a JSON string.</summary>
    public static string Json(string text) => "\"" + JsonEncodedText.Encode(text).ToString() + "\"";
}
