using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Data.Merge;

/// <summary>Files of one symbol.</summary>
/// <param name="Whole">Files that are one price each.</param>
/// <param name="Sides">Bid and ask files that belong together.</param>
internal sealed record SymbolFiles(IReadOnlyList<string> Whole, IReadOnlyList<(string Bid, string Ask)> Sides)
{
    private static readonly string[] Endings = [".csv", ".txt", ".csv.gz", ".txt.gz", ".csv.zip", ".txt.zip", ".zip", ".gz"];

    // What vendors put before the symbol: HistData's archives, TradingView's exports by exchange.
    private static readonly string[] Prefixes = ["DAT_ASCII_", "HISTDATA_COM_ASCII_", "OANDA_", "FX_"];

    // MetaTrader names its exports by symbol and minutes, EURUSD240.csv.
    private static readonly int[] MetaTraderMinutes = [1, 5, 15, 30, 60, 240, 1440];

    /// <summary>Files of the symbol that are not read, with the reason; for people.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Whether there is nothing to read.</summary>
    public bool IsEmpty => Whole.Count == 0 && Sides.Count == 0;

    /// <summary>Whether a name has the ending of a file of bars.</summary>
    public static bool IsBarsName(string name) => Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The files of a folder that belong to a symbol, in order of name. A side without its other side is left out.</summary>
    /// <param name="folder">Folder; may be missing.</param>
    /// <param name="instrument">Symbol.</param>
    /// <param name="interval">The run's interval: a file whose name says another must divide it.</param>
    /// <exception cref="AxflException">The folder may not be read.</exception>
    public static SymbolFiles In(string folder, Instrument instrument, Interval interval)
    {
        if (!Directory.Exists(folder)) return new SymbolFiles([], []);
        var files = InputErrors.Guard(folder, () => Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray());
        var exact = Path.Combine(folder, instrument.Symbol + ".csv");
        var found = files.Select(f => (Path: f, Fit: FitOf(Path.GetFileName(f), instrument, interval))).Where(f => f.Fit != Fit.Other).ToArray();
        var others = found.Where(f => f.Fit == Fit.OtherInterval).Select(f => $"{Path.GetFileName(f.Path)} (its name says an interval that {interval} is not made of)");
        if (File.Exists(exact))
        {
            return new SymbolFiles([exact], [])
            {
                Unread = [.. others, .. found.Where(f => f.Fit == Fit.Ours && f.Path != exact).Select(f => $"{Path.GetFileName(f.Path)} ({instrument.Symbol}.csv wins)")],
            };
        }

        var ours = Of(found.Where(f => f.Fit == Fit.Ours).Select(f => f.Path), keepLoneSides: false);
        return ours with { Unread = [.. others, .. ours.Unread] };
    }

    /// <summary>Files sorted into whole ones and pairs of sides.</summary>
    /// <param name="paths">Paths.</param>
    /// <param name="keepLoneSides">Whether one side alone is read as a whole file, as when somebody named it.</param>
    public static SymbolFiles Of(IEnumerable<string> paths, bool keepLoneSides)
    {
        string[] files = [.. paths.Order(StringComparer.Ordinal)];
        List<string> whole = [.. files.Where(f => SideOf(f) is null)];
        var sides = new List<(string, string)>();
        var unread = new List<string>();
        foreach (var family in files.Where(f => SideOf(f) is not null).GroupBy(WithoutSide))
        {
            string[] bids = [.. family.Where(f => SideOf(f) == "bid")], asks = [.. family.Where(f => SideOf(f) == "ask")];
            for (var i = 0; i < Math.Min(bids.Length, asks.Length); i++) sides.Add((bids[i], asks[i]));
            var alone = family.Except(sides.SelectMany(s => new[] { s.Item1, s.Item2 }));
            if (keepLoneSides) whole.AddRange(alone);
            else unread.AddRange(alone.Select(f => $"{Path.GetFileName(f)} (one side without the other)"));
        }

        return new SymbolFiles(whole, sides) { Unread = unread };
    }

    /// <summary><c>bid</c> or <c>ask</c> when the name has the word, else null.</summary>
    public static string? SideOf(string path) =>
        Words(Path.GetFileName(path)).FirstOrDefault(w => w is "bid" or "ask");

    private static string WithoutSide(string path) => string.Join(' ', Words(Path.GetFileName(path)).Where(w => w is not ("bid" or "ask")));

    private static Fit FitOf(string name, Instrument instrument, Interval interval)
    {
        if (!IsBarsName(name)) return Fit.Other;
        var prefix = Prefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) ?? "";
        if (AfterSymbol(name[prefix.Length..], instrument) is not { Length: > 0 } rest) return Fit.Other;
        if (prefix.Length > 0 && rest.StartsWith("_T_", StringComparison.OrdinalIgnoreCase)) return Fit.Other; // HistData's ticks.
        int named;
        if (MinutesBehind(rest) is { } minutes) named = minutes;
        else if (rest[0] is '_' or '-' or '.' || (prefix.Length > 0 && rest[0] is ',' or ' ')) named = MinutesAmong(Words(rest), prefix.Length > 0);
        else return Fit.Other;
        return named == 0 || interval.Minutes % named == 0 ? Fit.Ours : Fit.OtherInterval;
    }

    // EURUSD240.csv.
    private static int? MinutesBehind(string rest)
    {
        var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and <= 4 && rest.Length > digits && rest[digits] == '.' && int.Parse(rest[..digits], CultureInfo.InvariantCulture) is var minutes
            && MetaTraderMinutes.Contains(minutes) ? minutes : null;
    }

    // The first word that is an interval; TradingView writes minutes as a number, "OANDA_EURUSD, 5.csv".
    private static int MinutesAmong(string[] words, bool numbersToo) => words
        .Select(w => Interval.TryParse(w, out var i) ? i.Minutes : numbersToo && int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 1440 ? n : 0)
        .FirstOrDefault(m => m > 0);

    private static string? AfterSymbol(string name, Instrument instrument)
    {
        foreach (var separator in new[] { "", "_", "-", "." })
        {
            var spelled = instrument.Base + separator + instrument.Quote;
            if (name.StartsWith(spelled, StringComparison.OrdinalIgnoreCase)) return name[spelled.Length..];
        }

        return name.StartsWith(instrument.Symbol, StringComparison.OrdinalIgnoreCase) ? name[instrument.Symbol.Length..] : null;
    }

    private static string[] Words(string name) => name.ToLowerInvariant().Split(['_', '-', '.', ' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private enum Fit
    {
        Other,
        OtherInterval,
        Ours,
    }
}
