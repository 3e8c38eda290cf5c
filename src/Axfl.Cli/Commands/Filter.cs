using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>Options that keep only some rows.</summary>
internal static class Filter
{
    /// <summary>Whether a symbol is the wanted one, however that is spelled.</summary>
    public static bool MatchesSymbol(string symbol, string? wanted) => wanted is null || Matches(symbol, SymbolSpelling.Canonical(wanted));

    /// <summary>What is to be said when nothing is left.</summary>
    /// <param name="all">How many rows there are without the filters.</param>
    /// <param name="what">What they are, in the plural.</param>
    /// <param name="given">Values of the filters; null: not given.</param>
    public static string? NothingLeft(int all, string what, params string?[] given) => all == 0 || given.All(g => g is null) ? null
        : $"None of the {all} {what} matches {string.Join(", ", given.Where(g => g is not null).Select(g => $"'{g}'"))}.";

    /// <summary>Whether a value is the wanted one; everything is when nothing is wanted. Case does not matter.</summary>
    public static bool Matches(string value, string? wanted) => wanted is null || string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);
}
