using System.Text.RegularExpressions;

namespace Axfl.Providers.Common;

/// <summary>Masks keys in texts that reach a person, a log or an exception.</summary>
internal sealed partial class KeyRedactor
{
    private const string Mask = "***";

    // A shorter key may be a part of any word: it is masked where it stands alone.
    private const int ShortKey = 6;
    private readonly (string Text, Regex? Alone)[] _secrets;

    /// <summary>Makes a redactor for these keys; empty ones are ignored.</summary>
    /// <remarks>The longest first, so that a key that begins with another leaves no rest.</remarks>
    public KeyRedactor(IEnumerable<string?> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _secrets = secrets.Where(s => !string.IsNullOrEmpty(s)).SelectMany(s => new[] { s!, Uri.EscapeDataString(s!) })
            .Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length)
            .Select(s => (s, s.Length < ShortKey ? new Regex($@"(?<![\p{{L}}\p{{N}}_]){Regex.Escape(s)}(?![\p{{L}}\p{{N}}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) : null))
            .ToArray();
    }

    /// <summary>The text without keys: the known ones wherever they stand (very short ones where they stand alone), and whatever stands where a key would.</summary>
    public string Redact(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        foreach (var (secret, alone) in _secrets)
            text = alone is null ? text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase) : alone.Replace(text, Mask);
        text = Parameter().Replace(text, "$1" + Mask);
        return Authorization().Replace(text, "$1" + Mask);
    }

    [GeneratedRegex(@"(?<![A-Za-z])((?:token|api_?key|access_token)=)[^&\s""'<>#]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"((?:Authorization:?\s*(?:Bearer|apikey)|Bearer)\s+)[A-Za-z0-9._~+/=-]{6,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Authorization();
}
