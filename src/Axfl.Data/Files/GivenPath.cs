namespace Axfl.Data.Files;

/// <summary>One place of bars as a user gives it: a folder, a file, or <c>SYMBOL=path</c>.</summary>
/// <param name="Symbol">Symbol in capitals, without separators; null: none is said.</param>
/// <param name="Path">Path.</param>
internal sealed record GivenPath(string? Symbol, string Path)
{
    private static readonly string[] Currencies = ["EUR", "USD", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "XAU", "XAG"];

    private const int LongestSpelling = 24, ShortestSymbol = 2, PairLetters = 6;

    /// <summary>Reads a text. A path with an equals sign of its own has a folder before it, more than a symbol, or is there as it stands.</summary>
    public static GivenPath Of(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals is <= 0 or > LongestSpelling || System.IO.Path.IsPathRooted(text)) return new GivenPath(null, text);
        var name = text[..equals];
        var symbol = Canonical(name[(name.LastIndexOf(':') + 1)..]);
        var isPath = symbol.Length < ShortestSymbol || (Letters(symbol).Length < PairLetters && System.IO.Path.Exists(text));
        return isPath ? new GivenPath(null, text) : new GivenPath(symbol, text[(equals + 1)..]);
    }

    /// <summary>The pair of well-known currencies that a file's name has in it, in capitals; null: none.</summary>
    public static string? SymbolIn(string name)
    {
        var letters = Letters(name);
        for (var i = 0; i + PairLetters <= letters.Length; i++)
            if (Currencies.Contains(letters.Substring(i, 3)) && Currencies.Contains(letters.Substring(i + 3, 3))) return letters.Substring(i, PairLetters);
        return null;
    }

    /// <summary>The letters and digits of a name, in capitals.</summary>
    public static string Canonical(string name) => new([.. name.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private static string Letters(string name) => new([.. name.ToUpperInvariant().Where(char.IsAsciiLetter)]);
}
