using System.Management.Automation;

namespace Axfl.PowerShell;

/// <summary>Words with wildcards; none lets everything through.</summary>
/// <param name="patterns">Patterns.</param>
internal sealed class Filter(string[]? patterns)
{
    private readonly WildcardPattern[] _patterns = [.. (patterns ?? []).Select(p => WildcardPattern.Get(p, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];

    /// <summary>Whether a word is let through.</summary>
    public bool Has(string word) => _patterns.Length == 0 || _patterns.Any(p => p.IsMatch(word));
}
