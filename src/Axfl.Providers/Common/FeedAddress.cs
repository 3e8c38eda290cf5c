using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Providers.Common;

/// <summary>Addresses and texts of requests.</summary>
public static class FeedAddress
{
    /// <summary>The address with a scheme of WebSockets (http and https are understood) and a query added.</summary>
    public static Uri WebSocket(Uri endpoint, string query = "")
    {
        var builder = new UriBuilder(endpoint);
        builder.Scheme = builder.Scheme is "http" or "ws" ? "ws" : "wss";
        if (query.Length > 0) builder.Query = builder.Query.Length > 1 ? builder.Query[1..] + "&" + query : query;
        return builder.Uri;
    }

    /// <summary>Reads an address of the user's own to which a key will be sent; null: none was given.</summary>
    /// <param name="endpoint">Address.</param>
    /// <param name="allowPlain">Whether the key may cross a network in clear text.</param>
    /// <exception cref="AxflException">
    /// It is no address (<c>FeedEndpointInvalid</c>), or not encrypted and not this machine (<c>FeedEndpointPlain</c>); it is not repeated but for its host,
    /// since a key may be in it.
    /// </exception>
    public static Uri? Parse(string? endpoint, bool allowPlain)
    {
        if (Parse(endpoint) is not { } address) return null;
        if (allowPlain || address.Scheme is "wss" or "https" || address.IsLoopback) return address;
        throw new AxflException("FeedEndpointPlain", ErrorKind.Configuration,
            $"{address.Scheme}://{address.Host} is not encrypted: the API key would cross the network in clear text, for anybody on the way to read. "
            + $"Use wss:// or https://, or allow it with {Spelling.Of("AllowPlain")}.") { Target = address.Host };
    }

    /// <summary>Reads an address of the user's own to which no key is sent; null: none was given.</summary>
    /// <exception cref="AxflException">It is no address (<c>FeedEndpointInvalid</c>); it is not repeated, since a key may be in it.</exception>
    public static Uri? Parse(string? endpoint)
    {
        if (endpoint is null) return null;
        if (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss" or "http" or "https") return address;
        throw new AxflException("FeedEndpointInvalid", ErrorKind.Configuration,
            "The endpoint is not an address: write ws://host:port, wss://, http:// or https://.");
    }

    /// <summary>An address as it may be written down: of user and query, in which a key may be, no more than that there was one (<c>?</c> at the end).</summary>
    public static string? Recorded(string? endpoint)
    {
        if (Parse(endpoint) is not { } address) return null;
        var shown = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return address.Query.Length > 1 || address.UserInfo.Length > 0 ? shown + "?" : shown;
    }

    /// <summary>The address of a run that is resumed: the one given now, else the one it was last at.</summary>
    /// <param name="given">Given now; null: none.</param>
    /// <param name="recorded">As <see cref="Recorded"/> wrote it down; null: the provider's own.</param>
    /// <exception cref="AxflException">Only a part of it was written down (<c>FeedEndpointNeeded</c>).</exception>
    public static string? Resumed(string? given, string? recorded)
    {
        if (given is not null || recorded is null) return given;
        return !recorded.EndsWith('?') ? recorded : throw new AxflException("FeedEndpointNeeded", ErrorKind.Configuration,
            $"The run was at {recorded[..^1]} with a user or query in the address, which is not written down, since a key may be in it: give it again with "
            + $"{Spelling.Of("Endpoint")} or {Spelling.Of("HistoryEndpoint")}.") { Target = recorded[..^1] };
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
