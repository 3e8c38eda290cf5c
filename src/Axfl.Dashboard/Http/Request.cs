namespace Axfl.Dashboard.Http;

/// <summary>A request of HTTP/1.1 as far as it is looked at: it has no body.</summary>
/// <param name="Method">Method, as sent.</param>
/// <param name="Path">Parts of the path between its slashes, decoded; <c>/</c> has none.</param>
/// <param name="Query">Parameters by name, decoded; of a name that is sent twice the first.</param>
/// <param name="Headers">Fields in their order.</param>
internal sealed record Request(
    string Method, IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Query, IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <summary>Whether the answer is to come without its body.</summary>
    public bool IsHead => Method == "HEAD";

    /// <summary>Whether the client wants to go on with the connection.</summary>
    public bool KeepsConnection => !Values("Connection").Any(v => v.Contains("close", StringComparison.OrdinalIgnoreCase));

    /// <summary>All values of a field, whose name is of any case.</summary>
    public IEnumerable<string> Values(string name) => Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>The value of a field; null: it was not sent.</summary>
    public string? Value(string name) => Values(name).FirstOrDefault();
}
