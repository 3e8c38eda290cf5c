using System.Globalization;

namespace Axfl.Dashboard.Http;

/// <summary>What a request must be before anything is looked for: of this server's own pages, without a wish to change anything, and with the key.</summary>
/// <param name="port">Port of the server.</param>
/// <param name="key">The key.</param>
internal sealed class Safety(int port, AccessKey key)
{
    private readonly string[] _hosts = [.. new[] { "127.0.0.1", "localhost" }.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h}:{port}"))];

    /// <summary>The answer to a request that goes no further; null: it may be answered.</summary>
    public Response? Refuse(Request request)
    {
        if (request.Values("Host").Count() != 1) return Response.Refusal(400, "A request names one host.");
        if (!IsOfThisServer(request)) return Response.Refusal(403, "This server answers its own pages alone: open the address that was printed.");
        if (request.Method is not ("GET" or "HEAD")) return Response.Refusal(405, "This server is for reading: GET and HEAD.") with { Fields = [("Allow", "GET, HEAD")] };
        if (HasBody(request)) return Response.Refusal(400, "A request for reading has no body.");
        if (request.Path.Count == 0 && request.Query.TryGetValue("key", out var given)) return Exchange(given);
        return key.HasCookie(request) ? null : Response.Refusal(401, "The key is missing: open the address that was printed when the dashboard was started.");
    }

    // A name of the web that leads to this machine stays another name; what a browser says of where a request comes from cannot be said by a page.
    private bool IsOfThisServer(Request request) =>
        _hosts.Contains(request.Value("Host"), StringComparer.OrdinalIgnoreCase)
        && request.Values("Sec-Fetch-Site").All(s => s is "same-origin" or "none")
        && request.Values("Origin").All(o => _hosts.Any(h => o == "http://" + h));

    // Where a body ends decides where the next request begins: none is read, the connection ends.
    private static bool HasBody(Request request) => request.Values("Transfer-Encoding").Any() || request.Values("Content-Length").Any(l => l != "0");

    private Response Exchange(string given) => key.IsKey(given)
        ? new Response(303, "text/plain; charset=utf-8", default) { Fields = [("Location", "/"), ("Set-Cookie", key.SetCookie)] }
        : Response.Refusal(401, "This key is of another dashboard, or of an earlier start: open the address that was printed last.");
}
