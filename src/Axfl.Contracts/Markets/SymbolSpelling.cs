namespace Axfl.Contracts;

/// <summary>Brings any spelling of a symbol to its canonical form.</summary>
public static class SymbolSpelling
{
    /// <summary><c>EUR/USD</c>, <c>EUR_USD</c>, <c>OANDA:EUR_USD</c>, <c>EURUSD=X</c>, <c>eurusd</c> → <c>EURUSD</c>.</summary>
    public static string Canonical(string symbol)
    {
        var s = symbol.Trim().ToUpperInvariant();
        s = s[(s.LastIndexOf(':') + 1)..];
        if (s.EndsWith("=X", StringComparison.Ordinal)) s = s[..^2];
        return string.Concat(s.Where(c => c is not ('/' or '_' or '-' or '.' or ' ')));
    }
}
