using System.Data.Common;
using Axfl.Contracts;
using Npgsql;

namespace Axfl.Store.PostgreSql;

/// <summary>Connection strings of PostgreSQL in both spellings. What is wrong with one is said without repeating it, for it may hold a password.</summary>
internal static class ConnectionText
{
    private const int DefaultPort = 5432, KeepAliveSeconds = 30;

    /// <summary>Reads one.</summary>
    /// <param name="text"><c>Host=...;Database=...</c> or <c>postgresql://user:password@host:port/database?key=value</c>.</param>
    /// <exception cref="AxflException">It cannot be read (<c>StoreConnectionInvalid</c>).</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        foreach (var (key, value) in text.Contains("://", StringComparison.Ordinal) ? OfAddress(text) : OfPairs(text)) Set(builder, key, value);
        if (string.IsNullOrEmpty(builder.Host)) throw Invalid("it names no host");
        // One connection is held for as long as the store is open; a dead line is noticed although nothing is asked.
        builder.Pooling = false;
        if (builder.KeepAlive == 0) builder.KeepAlive = KeepAliveSeconds;
        builder.ApplicationName ??= "axfl";
        builder.IncludeErrorDetail = false;
        builder.PersistSecurityInfo = false;
        return builder;
    }

    private static IEnumerable<(string Key, string Value)> OfPairs(string text)
    {
        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            throw Invalid("it is not a list of KEY=VALUE separated by semicolons");
        }

        return pairs.Keys.Cast<string>().Select(k => (k, (string)pairs[k]));
    }

    private static IEnumerable<(string Key, string Value)> OfAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) throw Invalid("it is not an address like postgresql://user@host:5432/database");
        yield return ("Host", address.Host);
        yield return ("Port", (address.Port < 0 ? DefaultPort : address.Port).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0) yield return ("Username", Uri.UnescapeDataString(user[0]));
        if (user.Length > 1) yield return ("Password", Uri.UnescapeDataString(user[1]));
        if (address.AbsolutePath.Trim('/') is { Length: > 0 } database) yield return ("Database", Uri.UnescapeDataString(database));
        foreach (var part in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=', 2) is [var key, var value]) yield return (Keyword(Uri.UnescapeDataString(key)), Uri.UnescapeDataString(value));
    }

    // As libpq spells what is commonly given in an address.
    private static string Keyword(string key) => key switch
    {
        "sslmode" => "SSL Mode", "sslrootcert" => "Root Certificate", "sslcert" => "SSL Certificate", "sslkey" => "SSL Key", "application_name" => "Application Name",
        "connect_timeout" => "Timeout", "options" => "Options", _ => key,
    };

    private static void Set(NpgsqlConnectionStringBuilder builder, string key, string value)
    {
        try
        {
            builder[key] = value;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException or KeyNotFoundException or NotSupportedException)
        {
            throw Invalid($"its key '{key}' is not known, or has a value it cannot have");
        }
    }

    private static AxflException Invalid(string why) => new("StoreConnectionInvalid", ErrorKind.Configuration, $"The connection string of the PostgreSQL store cannot be used: {why}.")
    {
        RecommendedAction = "Write Host=...;Port=5432;Database=...;Username=...;Password=... or postgresql://user:password@host:5432/database, in AXFL_STORE and not in a file.",
    };
}
