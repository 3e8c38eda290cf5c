using System.Text.RegularExpressions;

namespace Axfl.Runtime;

/// <summary>Masks keys in texts that reach a person, a log or an exception.</summary>
public sealed partial class KeyRedactor
{
    private const string Mask = "***";
    private readonly string[] _secrets;

    /// <summary>Makes a redactor for these keys; empty ones are ignored.</summary>
    /// <remarks>The longest first, so that a key that begins with another leaves no rest.</remarks>
    public KeyRedactor(IEnumerable<string?> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _secrets = secrets.Where(s => !string.IsNullOrEmpty(s)).SelectMany(s => new[] { s!, Uri.EscapeDataString(s!) })
            .Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length).ToArray();
    }

    /// <summary>The text without keys: the known ones wherever they stand, and whatever stands where a key would.</summary>
    public string Redact(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        foreach (var secret in _secrets) text = text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase);
        text = Parameter().Replace(text, "$1" + Mask);
        return Authorization().Replace(text, "$1" + Mask);
    }

    [GeneratedRegex(@"(?<![A-Za-z])((?:token|api_?key|access_token)=)[^&\s""'<>#]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"((?:Authorization:?\s*(?:Bearer|apikey)|Bearer)\s+)[A-Za-z0-9._~+/=-]{6,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Authorization();
}
