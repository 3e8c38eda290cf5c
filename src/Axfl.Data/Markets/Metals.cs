using Axfl.Contracts;

namespace Axfl.Data.Markets;

/// <summary>Which symbols are metals (gold, silver, platinum, palladium): they rest daily, and move farther at once than currencies.</summary>
public static class Metals
{
    /// <summary>Whether the base of an instrument is a metal.</summary>
    /// <param name="instrument">Instrument; null: unknown, taken as no metal.</param>
    public static bool Is(Instrument? instrument) => IsCode(instrument?.Base);

    /// <summary>The same of a symbol by its name.</summary>
    /// <param name="symbol">Canonical name; null: none.</param>
    public static bool Is(string? symbol) => symbol is { Length: >= 3 } && IsCode(symbol[..3]);

    private static bool IsCode(string? code) => code is "XAU" or "XAG" or "XPT" or "XPD";
}
