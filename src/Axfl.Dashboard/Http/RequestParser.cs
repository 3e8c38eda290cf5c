using System.Text;

namespace Axfl.Dashboard.Http;

/// <summary>Reads the head of a request (RFC 9112), strictly: whatever two programs could read in two ways is refused.</summary>
internal static class RequestParser
{
    /// <summary>Reads a head.</summary>
    /// <param name="head">Its bytes without the empty line at its end.</param>
    /// <returns>The request, or the status by which it is refused: 400, or 505 for another version.</returns>
    public static (Request? Request, int Refusal) Parse(ReadOnlySpan<byte> head)
    {
        // Bytes beyond ASCII and control characters have no meaning here; a line ends with CR LF and nothing else.
        foreach (var b in head)
            if (b is >= 0x7f or (< 0x20 and not ((byte)'\r' or (byte)'\n' or (byte)'\t'))) return (null, 400);
        var lines = Encoding.ASCII.GetString(head).Split("\r\n");
        if (Array.Exists(lines, l => l.AsSpan().IndexOfAny('\r', '\n') >= 0)) return (null, 400);
        var start = lines[0].Split(' ');
        if (start.Length != 3 || !IsToken(start[0])) return (null, 400);
        if (start[2] != "HTTP/1.1") return (null, start[2].StartsWith("HTTP/", StringComparison.Ordinal) ? 505 : 400);
        if (Target(start[1]) is not { } target || Fields(lines.AsSpan(1)) is not { } fields) return (null, 400);
        return (new Request(start[0], target.Path, target.Query, fields), 0);
    }

    private static List<(string Name, string Value)>? Fields(ReadOnlySpan<string> lines)
    {
        var fields = new List<(string, string)>(lines.Length);
        foreach (var line in lines)
        {
            // A line that goes on with the one before begins with a blank: no name does.
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !IsToken(line.AsSpan(0, colon))) return null;
            fields.Add((line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }

        return fields;
    }

    // Its path on this server alone: no other form says which server is meant.
    private static (string[] Path, Dictionary<string, string> Query)? Target(string target)
    {
        if (target[..Math.Min(1, target.Length)] != "/" || target.Contains('#', StringComparison.Ordinal) || target.Contains('\t', StringComparison.Ordinal)) return null;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        string[] parts = path.Length == 1 ? [] : path[1..].Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (Decode(parts[i]) is not { } part) return null;
            parts[i] = part;
        }

        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in mark < 0 ? [] : target[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equal = pair.IndexOf('=', StringComparison.Ordinal);
            if (Decode(equal < 0 ? pair : pair[..equal]) is not { } name || Decode(equal < 0 ? "" : pair[(equal + 1)..]) is not { } value) return null;
            query.TryAdd(name, value);
        }

        return (parts, query);
    }

    private static string? Decode(string text)
    {
        for (var at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2])) return null;
        var decoded = Uri.UnescapeDataString(text);
        return decoded.Any(char.IsControl) ? null : decoded;
    }

    private static bool IsToken(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)) return false;
        return text.Length > 0;
    }
}
