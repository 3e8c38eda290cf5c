using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Providers;

/// <summary>What must stand in no text: keys and accounts of all providers in the environment, and what addresses have of a user or a query.</summary>
/// <remarks>Each feed masks its own; this is for texts of which nobody knows where they come from, such as those of errors nobody foresaw.</remarks>
public sealed class ProviderSecrets
{
    private readonly KeyRedactor _redactor;

    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="addresses">Addresses of servers as they were given; null: none.</param>
    public ProviderSecrets(Func<string, string?> environment, params string?[] addresses)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(addresses);
        var values = PriceProviders.All.SelectMany(p => p.FeedVariables).Select(environment).OfType<string>();
        _redactor = new KeyRedactor([.. values.SelectMany(v => v.Split(',')).Select(v => v.Trim()), .. addresses.SelectMany(PartsOf)]);
    }

    /// <summary>The text without them.</summary>
    public string Masked(string? text) => _redactor.Redact(text);

    private static string[] PartsOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? [uri.UserInfo, uri.Query.TrimStart('?')] : [];
}
