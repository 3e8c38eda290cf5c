namespace Axfl.Contracts;

/// <summary>A place of bars that says its symbol: <c>SYMBOL=path</c>.</summary>
public static class SymbolPath
{
    private const int Code = 3;

    /// <summary>Splits a place at its first equals sign, where what stands before it is a symbol (EURUSD, EUR/USD, OANDA:EUR_USD).</summary>
    /// <remarks>It is none where it has a dot or a folder's separator (but that of EUR/USD), or where the whole is a path that exists.</remarks>
    /// <param name="text">The place as it was given.</param>
    /// <param name="folder">Absolute folder in which a relative path is looked for.</param>
    /// <param name="symbol">The symbol as it was given; empty: none.</param>
    /// <param name="path">The path as it was given.</param>
    /// <returns>Whether a symbol is said.</returns>
    public static bool TrySplit(string text, string folder, out string symbol, out string path)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var says = at > 0 && !IsFolder(text[..at]) && !Path.Exists(Path.Combine(folder, text));
        symbol = says ? text[..at] : "";
        path = says ? text[(at + 1)..] : text;
        return says;
    }

    private static bool IsFolder(string name) =>
        Path.IsPathRooted(name) || name.AsSpan().IndexOfAny('\\', '.') >= 0 || (name.Contains('/', StringComparison.Ordinal) && !IsPair(name.AsSpan(name.LastIndexOf(':') + 1)));

    // EUR/USD.
    private static bool IsPair(ReadOnlySpan<char> name) => name.Length == Code + 1 + Code && name[Code] == '/' && name.Count('/') == 1;
}
