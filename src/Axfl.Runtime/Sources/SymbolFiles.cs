using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Files of one symbol.</summary>
/// <param name="Whole">Files that are one price each.</param>
/// <param name="Sides">Bid and ask files that belong together.</param>
internal sealed record SymbolFiles(IReadOnlyList<string> Whole, IReadOnlyList<(string Bid, string Ask)> Sides)
{
    private static readonly string[] Endings = [".csv", ".txt", ".csv.gz", ".txt.gz", ".csv.zip", ".txt.zip", ".zip", ".gz"];

    /// <summary>Whether there is nothing to read.</summary>
    public bool IsEmpty => Whole.Count == 0 && Sides.Count == 0;

    /// <summary>The files of a folder that belong to a symbol, in order of name. A side without its other side is left out.</summary>
    /// <param name="folder">Folder; may be missing.</param>
    /// <param name="instrument">Symbol.</param>
    /// <param name="interval">The run's interval: a file whose name says another must divide it.</param>
    public static SymbolFiles In(string folder, Instrument instrument, Interval interval)
    {
        if (!Directory.Exists(folder)) return new SymbolFiles([], []);
        var exact = Path.Combine(folder, instrument.Symbol + ".csv");
        if (File.Exists(exact)) return new SymbolFiles([exact], []);
        return Of(Directory.GetFiles(folder).Where(f => BelongsTo(Path.GetFileName(f), instrument, interval)), keepLoneSides: false);
    }

    /// <summary>Files sorted into whole ones and pairs of sides.</summary>
    /// <param name="paths">Paths.</param>
    /// <param name="keepLoneSides">Whether one side alone is read as a whole file, as when somebody named it.</param>
    public static SymbolFiles Of(IEnumerable<string> paths, bool keepLoneSides)
    {
        string[] files = [.. paths.Order(StringComparer.Ordinal)];
        List<string> whole = [.. files.Where(f => SideOf(f) is null)];
        var sides = new List<(string, string)>();
        foreach (var family in files.Where(f => SideOf(f) is not null).GroupBy(WithoutSide))
        {
            string[] bids = [.. family.Where(f => SideOf(f) == "bid")], asks = [.. family.Where(f => SideOf(f) == "ask")];
            for (var i = 0; i < Math.Min(bids.Length, asks.Length); i++) sides.Add((bids[i], asks[i]));
            if (keepLoneSides && bids.Length != asks.Length) whole.AddRange(family.Except(sides.SelectMany(s => new[] { s.Item1, s.Item2 })));
        }

        return new SymbolFiles(whole, sides);
    }

    /// <summary><c>bid</c> or <c>ask</c> when the name has the word, else null.</summary>
    public static string? SideOf(string path) =>
        Words(Path.GetFileName(path)).FirstOrDefault(w => w is "bid" or "ask");

    private static string WithoutSide(string path) => string.Join(' ', Words(Path.GetFileName(path)).Where(w => w is not ("bid" or "ask")));

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
