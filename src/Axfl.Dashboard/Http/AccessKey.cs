using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Axfl.Dashboard.Http;

/// <summary>
/// Who may look: whoever has the key, which is new at each start and stands in the address that is printed. A browser exchanges it for a cookie at its
/// first request, so that it stands in no address afterwards.
/// </summary>
/// <param name="port">Port of the server: browsers keep the cookies of all ports of a machine together.</param>
internal sealed class AccessKey(int port)
{
    // 128 bits each.
    private const int Bytes = 16;

    private readonly string _cookie = string.Create(CultureInfo.InvariantCulture, $"axfl_{port}=");
    private readonly string _session = Random();
    private string? _ticket;

    /// <summary>The key.</summary>
    public string Text { get; } = Random();

    /// <summary>The field that gives a browser its cookie.</summary>
    public string SetCookie => $"{_cookie}{_session}; Path=/; HttpOnly; SameSite=Strict";

    /// <summary>
    /// Another key that opens the page once, in the place of the one before: for the command line of a browser, which other users of the machine may see.
    /// </summary>
    public string NewTicket() => _ticket = Random();

    /// <summary>Whether a text is the key, or a ticket that has not been used.</summary>
    public bool IsKey(string text)
    {
        if (IsSame(text, Text)) return true;
        var ticket = _ticket;
        return ticket is not null && IsSame(text, ticket) && Interlocked.CompareExchange(ref _ticket, null, ticket) == ticket;
    }

    /// <summary>Whether a request has the cookie.</summary>
    public bool HasCookie(Request request) => request.Values("Cookie").SelectMany(v => v.Split(';', StringSplitOptions.TrimEntries))
        .Any(c => c.StartsWith(_cookie, StringComparison.Ordinal) && IsSame(c[_cookie.Length..], _session));

    // In a time that does not tell how much of it is right.
    private static bool IsSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static string Random() => Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes)).ToLowerInvariant();
}
