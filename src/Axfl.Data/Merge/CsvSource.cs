using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Dialects;
using Axfl.Data.Disk;
using Axfl.Data.Files;
using Axfl.Data.Markets;

namespace Axfl.Data.Merge;

/// <summary>Bars from files.</summary>
public sealed class CsvSource : IBarSource
{
    private readonly SourceRequest _request;
    private readonly IReadOnlyList<BarFile>[] _files;
    private readonly List<SymbolBars> _open = [];

    private CsvSource(SourceRequest request, IReadOnlyList<BarFile>[] files, IEnumerable<string> unread)
    {
        _request = request;
        _files = files;
        Notes = [.. files.SelectMany((list, i) => list.Select(f => Describe(request.Symbols[i], f))), .. unread];
    }

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public double Progress => _open.Count == 0 ? 0 : Math.Min(1, _open.Sum(o => o.Tally.Bars) * BytesPerBar / Math.Max(1.0, _files.Sum(l => l.Sum(f => f.Length))));

    // A rough size of a line, for progress alone.
    private double BytesPerBar => _files.Any(l => l.Any(f => f.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))) ? 55 : 10;

    /// <summary>Whether there are files for every symbol.</summary>
    public static bool Covers(SourceRequest request) => request.Symbols.All(s => !Find(request, s).IsEmpty);

    /// <summary>Finds the files of every symbol and looks into none.</summary>
    /// <exception cref="AxflException">A symbol has none, or a place that was given is not used.</exception>
    public static void Check(SourceRequest request) => RefuseUnused(request, [.. request.Symbols.Select(s => Find(request, s))]);

    /// <summary>Finds and inspects the files of every symbol.</summary>
    /// <exception cref="AxflException">A symbol has none, or one cannot be read.</exception>
    public static CsvSource Open(SourceRequest request)
    {
        var zone = request.Timezone is { } name ? DataZone.Find(name) : null;
        var stated = StatedLayout.Of(request.Columns, request.TimeFormat);
        SymbolFiles[] found = [.. request.Symbols.Select(s => Find(request, s))];
        RefuseUnused(request, found);
        var unread = found.SelectMany((f, i) => f.Unread.Count == 0 ? [] : new[] { $"{request.Symbols[i].Symbol}: not read: {string.Join(", ", f.Unread)}" });
        return new CsvSource(request, [.. request.Symbols.Select((s, i) => Inspect(request, s, found[i], zone, stated))], unread);
    }

    /// <summary>Bars of the first symbol from a text in memory, as from a file of it.</summary>
    /// <param name="request">What is wanted; its places are not looked at.</param>
    /// <param name="text">UTF-8.</param>
    /// <exception cref="AxflException">It cannot be read.</exception>
    public static CsvSource OfText(SourceRequest request, byte[] text) =>
        new(request, [[BarFile.InspectOne(new DataText("text", null, 0) { Made = text }, null, null)]], []);

    /// <inheritdoc/>
    public long? FirstTime(int symbol)
    {
        long? first = null;
        foreach (var file in _files[symbol])
            if (file.FirstTime is { } time && !(time >= first)) first = time;
        return first;
    }

    /// <inheritdoc/>
    public IBarReader Open(int symbol, long from, long until)
    {
        var bars = new SymbolBars(symbol, _request, _files[symbol], from, until);
        _open.Add(bars);
        return new ReadAhead(bars);
    }

    private static IReadOnlyList<BarFile> Inspect(SourceRequest request, Instrument symbol, SymbolFiles found, DataZone? zone, StatedLayout? stated)
    {
        IReadOnlyList<BarFile> whole = [.. found.Whole.SelectMany(f => BarFile.Inspect(f, zone, stated))];
        foreach (var file in whole) RequireSymbol(file, symbol);
        if (found.Sides.Count == 0 || (whole.Count > 0 && whole.Any(f => f.HasBars(request.From, request.Until)))) return whole;
        IReadOnlyList<BarFile> sides = [.. found.Sides.Select(s => BarFile.Inspect(s.Bid, zone, stated)[0].WithAsk(BarFile.Inspect(s.Ask, zone, stated)[0]))];
        foreach (var file in sides) RequireSymbol(file, symbol);
        return whole.Count == 0 || sides.Any(f => f.HasBars(request.From, request.Until)) ? sides : whole;
    }

    // The name of a file or archive may say anything; what is packed in it has the name it was made with, and rows may name their symbol.
    private static void RequireSymbol(BarFile file, Instrument instrument)
    {
        if (file.EntrySymbol is { } entry && entry != instrument.Symbol)
            throw OtherSymbol(file, instrument, $"its name in the archive says {entry}. Rename the archive, or pack the right file into it.");
        if (file.RowSymbol is { } row && row != instrument.Symbol) throw OtherSymbol(file, instrument, $"its rows are of {row}. Rename the file, or fetch the right one.");
        if (file.Ask is { } ask) RequireSymbol(ask, instrument);
    }

    private static AxflException OtherSymbol(BarFile file, Instrument instrument, string why) =>
        new("DataFileOtherSymbol", ErrorKind.Data, $"{file.Name} would be traded as {instrument.Symbol}, and {why}") { Target = file.Path };

    private static SymbolFiles Find(SourceRequest request, Instrument symbol)
    {
        if (request.DataPath.Count == 0) return SymbolFiles.In(request.DataDir, symbol, request.Interval);
        var given = request.DataPath.Select(GivenPath.Of).ToArray();
        string[] named = [.. given.Where(g => g.Symbol == symbol.Symbol).Select(g => g.Path)];
        if (named.Length == 1 && Directory.Exists(named[0])) return SymbolFiles.In(named[0], symbol, request.Interval);
        if (named.Length > 0) return SymbolFiles.Of(named, keepLoneSides: true);
        string[] plain = [.. given.Where(g => g.Symbol is null).Select(g => g.Path)];
        var files = SymbolFiles.Of(plain.Where(f => !Directory.Exists(f)).Where(f => IsOf(f, symbol, request)), keepLoneSides: true);
        if (!files.IsEmpty) return files;
        SymbolFiles[] folders = [.. plain.Where(Directory.Exists).Select(d => SymbolFiles.In(d, symbol, request.Interval))];
        return new SymbolFiles([.. folders.SelectMany(f => f.Whole)], [.. folders.SelectMany(f => f.Sides)]) { Unread = [.. folders.SelectMany(f => f.Unread)] };
    }

    private static bool IsOf(string file, Instrument symbol, SourceRequest request) =>
        request.Symbols.Count == 1 || GivenPath.Canonical(Path.GetFileName(file)).Contains(symbol.Symbol, StringComparison.Ordinal);

    // What was given is used, or it is an error: nothing is left aside in silence.
    private static void RefuseUnused(SourceRequest request, SymbolFiles[] found)
    {
        foreach (var text in request.DataPath)
        {
            var given = GivenPath.Of(text);
            if (!Path.Exists(given.Path)) throw Unused(given.Path, $"does not exist: check the path given with {Spelling.Of("DataPath")} or data_dir.");
            if (given.Symbol is { } named && request.Symbols.All(s => s.Symbol != named))
                throw Unused(given.Path, $"is given for {named}, which is not a symbol of the plan ({string.Join(", ", request.Symbols.Select(s => s.Symbol))}).");
            if (given.Symbol is not null || Directory.Exists(given.Path) || request.Symbols.Any(s => IsOf(given.Path, s, request))) continue;
            throw Unused(given.Path, $"says no symbol of the plan ({string.Join(", ", request.Symbols.Select(s => s.Symbol))}) in its name: write SYMBOL={Path.GetFileName(given.Path)}.");
        }

        for (var i = 0; i < found.Length; i++)
            if (found[i].IsEmpty) throw NotFound(request, request.Symbols[i], found[i]);
    }

    private static AxflException Unused(string path, string what) => new("DataFileNotFound", ErrorKind.Data, $"{path} {what}") { Target = path };

    private static AxflException NotFound(SourceRequest request, Instrument symbol, SymbolFiles found)
    {
        string[] places = request.DataPath.Count > 0 ? [.. request.DataPath] : [request.DataDir];
        string[] there = [.. places.Where(Directory.Exists).SelectMany(d => InputErrors.Guard(d, () => Directory.GetFiles(d))).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
        var names = there.Length == 0 ? "There are no files" : $"There are {string.Join(", ", there.Take(10))}{(there.Length > 10 ? $" and {there.Length - 10} more" : "")}";
        var unread = found.Unread.Count == 0 ? "" : $" Not read: {string.Join(", ", found.Unread)}.";
        return new AxflException("DataFileNotFound", ErrorKind.Data,
            $"No file of {symbol.Symbol} in {string.Join(", ", places)}: looked for {symbol.Symbol}.csv and for names that begin with {symbol.Symbol} (any spelling) followed by "
            + $"'_', '-' or '.', or as MetaTrader, HistData and TradingView write them, ending in .csv, .txt, .gz or .zip. {names}.{unread} "
            + $"Put a file there, set data_dir, or give {Spelling.Of("DataPath")} {symbol.Symbol}=path.")
        { Target = symbol.Symbol };
    }

    private static string Describe(Instrument symbol, BarFile file)
    {
        var zone = file.Dialect.HasOffset ? "times with offset" : "times " + file.Zone.Id;
        var guess = !file.ZoneIsGuess ? "" : " (assumed: the file does not say; set data_timezone if it is wrong)";
        var order = file.ChosenOrder switch { DateOrder.DayFirst => ", dates dd/MM", DateOrder.MonthFirst => ", dates MM/dd", _ => "" };
        var ask = file.Ask is null ? "" : $" with {Path.GetFileName(file.Ask.Path)}, mid and measured spread";
        var bars = file.IsIntervalKnown ? $"{file.Interval} bars" : "bars of unknown interval";
        return string.Create(CultureInfo.InvariantCulture, $"{symbol.Symbol}: {file.Name}{ask}: {file.Dialect.Name}, {bars}, {zone}{guess}{order}");
    }
}
