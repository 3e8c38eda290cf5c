using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Which files of a folder belong to a symbol.</summary>
internal static class SymbolFiles
{
    private static readonly string[] Endings = [".csv", ".txt", ".csv.gz", ".txt.gz", ".csv.zip", ".txt.zip", ".zip", ".gz"];

    /// <summary>Paths, in order of name; empty when there are none.</summary>
    /// <param name="folder">Folder; may be missing.</param>
    /// <param name="instrument">Symbol.</param>
    /// <param name="interval">The run's interval: a file whose name says another must divide it.</param>
    /// <param name="found">Bid and ask sides, when only they cover the symbol; else null.</param>
    public static IReadOnlyList<string> In(string folder, Instrument instrument, Interval interval, out (string Bid, string Ask)? found)
    {
        found = null;
        if (!Directory.Exists(folder)) return [];
        var exact = Path.Combine(folder, instrument.Symbol + ".csv");
        if (File.Exists(exact)) return [exact];
        string[] files = [.. Directory.GetFiles(folder).Where(f => BelongsTo(Path.GetFileName(f), instrument, interval)).Order(StringComparer.Ordinal)];
        string[] whole = [.. files.Where(f => SideOf(f) is null)];
        if (whole.Length > 0) return whole;
        if (files.FirstOrDefault(f => SideOf(f) == "bid") is { } bid && files.FirstOrDefault(f => SideOf(f) == "ask") is { } ask) found = (bid, ask);
        return [];
    }

    /// <summary><c>bid</c> or <c>ask</c> when the name has the word, else null.</summary>
    public static string? SideOf(string path) =>
        Words(Path.GetFileName(path)).FirstOrDefault(w => w is "bid" or "ask");

    private static bool BelongsTo(string name, Instrument instrument, Interval interval)
    {
        if (!Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase))) return false;
        var rest = AfterSymbol(name, instrument);
        if (rest is null || rest.Length == 0 || rest[0] is not ('_' or '-' or '.')) return false;
        var named = Words(rest).Select(w => Interval.TryParse(w, out var i) ? i.Minutes : 0).FirstOrDefault(m => m > 0);
        return named == 0 || interval.Minutes % named == 0;
    }

    private static string? AfterSymbol(string name, Instrument instrument)
    {
        foreach (var separator in new[] { "", "_", "-", "." })
        {
            var spelled = instrument.Base + separator + instrument.Quote;
            if (name.StartsWith(spelled, StringComparison.OrdinalIgnoreCase)) return name[spelled.Length..];
        }

        return name.StartsWith(instrument.Symbol, StringComparison.OrdinalIgnoreCase) ? name[instrument.Symbol.Length..] : null;
    }

    private static string[] Words(string name) => name.ToLowerInvariant().Split('_', '-', '.', ' ');
}
