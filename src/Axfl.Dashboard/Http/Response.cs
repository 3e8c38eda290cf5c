using System.Globalization;
using System.Text;

namespace Axfl.Dashboard.Http;

/// <summary>An answer: a body at once, or a stream of events.</summary>
/// <param name="Status">Status.</param>
/// <param name="Type">Media type of the body.</param>
/// <param name="Body">Body; of a stream none.</param>
internal sealed record Response(int Status, string Type, ReadOnlyMemory<byte> Body)
{
    /// <summary>What pages of this server may load and do: their own script, style and data, and nothing of anybody else.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Content-Security-Policy. Default that of the pages.</summary>
    public string Policy { get; init; } = PagePolicy;

    /// <summary>Further fields.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>Writes events until it is cancelled; null: there is a body.</summary>
    public Func<EventStream, CancellationToken, Task>? Stream { get; init; }

    /// <summary>Whether the connection ends with it.</summary>
    public bool Closes { get; init; }

    /// <summary>A refusal, in words. The connection ends: nobody waits for a better request on it.</summary>
    public static Response Refusal(int status, string words) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(words + "\n")) { Closes = true };

    /// <summary>An answer in JSON.</summary>
    public static Response Json(ReadOnlyMemory<byte> json) => new(200, "application/json", json);

    /// <summary>Status line and fields.</summary>
    /// <param name="now">Time of the answer.</param>
    /// <param name="closes">Whether the connection ends with it.</param>
    public byte[] Head(DateTimeOffset now, bool closes)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {Reason(Status)}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {now:R}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {Type}\r\n");
        if (Stream is null && Status != 204) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Security-Policy: {Policy}\r\n");
        head.Append("X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\nCache-Control: no-store\r\n");
        foreach (var (name, value) in Fields) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(closes ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n");
        return Encoding.ASCII.GetBytes(head.ToString());
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        204 => "No Content",
        303 => "See Other",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Status",
    };
}
