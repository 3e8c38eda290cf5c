using System.Management.Automation;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Symbols and strategies by wildcard; none given: all.</summary>
internal sealed class TradeFilter(string[] symbols, string[] strategies)
{
    private readonly WildcardPattern[] _symbols = Patterns(symbols);
    private readonly WildcardPattern[] _strategies = Patterns(strategies);

    /// <summary>Whether it is one of them.</summary>
    public bool Takes(string symbol, string strategy) => Matches(_symbols, symbol) && Matches(_strategies, strategy);

    /// <summary>Compiles wildcards, ignoring case.</summary>
    public static WildcardPattern[] Patterns(string[] texts) => [.. texts.Select(t => new WildcardPattern(t, WildcardOptions.IgnoreCase))];

    /// <summary>Whether a text matches one, or there are none.</summary>
    public static bool Matches(WildcardPattern[] patterns, string text) => patterns.Length == 0 || Array.Exists(patterns, p => p.IsMatch(text));
}
