using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Bars from files.</summary>
internal sealed class CsvSource : IBarSource
{
    private readonly SourceRequest _request;
    private readonly IReadOnlyList<BarFile>[] _files;
    private readonly List<SymbolBars> _open = [];

    private CsvSource(SourceRequest request, IReadOnlyList<BarFile>[] files)
    {
        _request = request;
        _files = files;
        Notes = [.. files.SelectMany((list, i) => list.Select(f => Describe(request.Symbols[i], f)))];
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

    /// <summary>Finds and inspects the files of every symbol.</summary>
    /// <exception cref="AxflException">A symbol has none, or one cannot be read.</exception>
    public static CsvSource Open(SourceRequest request)
    {
        var zone = request.Timezone is { } name ? ZoneTime.Find(name) : null;
        return new CsvSource(request, [.. request.Symbols.Select(s => Inspect(request, s, zone))]);
    }

    /// <inheritdoc/>
    public long? FirstTime(int symbol) => _files[symbol].Min(f => f.FirstTime);

    /// <inheritdoc/>
    public IBarReader Open(int symbol, long from, long until)
    {
        var bars = new SymbolBars(symbol, _request.Symbols[symbol], _files[symbol], _request.Interval, from, until, _request.NeedInner);
        _open.Add(bars);
        return new ReadAhead(bars);
    }

    private static IReadOnlyList<BarFile> Inspect(SourceRequest request, Instrument symbol, TimeZoneInfo? zone)
    {
        var found = Find(request, symbol);
        if (found.IsEmpty) throw NotFound(request, symbol);
        IReadOnlyList<BarFile> whole = [.. found.Whole.SelectMany(f => BarFile.Inspect(f, zone))];
        if (found.Sides.Count == 0 || (whole.Count > 0 && whole.Any(f => f.HasBars(request.From, request.Until)))) return whole;
        IReadOnlyList<BarFile> sides = [.. found.Sides.Select(s => BarFile.Inspect(s.Bid, zone)[0].WithAsk(BarFile.Inspect(s.Ask, zone)[0]))];
        return whole.Count == 0 || sides.Any(f => f.HasBars(request.From, request.Until)) ? sides : whole;
    }

    private static SymbolFiles Find(SourceRequest request, Instrument symbol)
    {
        if (request.DataPath.Count == 0) return SymbolFiles.In(request.DataDir, symbol, request.Interval);
        string[] named =
        [
            .. request.DataPath.Where(p => p.Contains('=', StringComparison.Ordinal)).Select(p => p.Split('=', 2)).Where(p => Spelled(p[0]) == symbol.Symbol)
                .Select(p => p[1]),
        ];
        if (named.Length == 1 && Directory.Exists(named[0])) return SymbolFiles.In(named[0], symbol, request.Interval);
        if (named.Length > 0) return SymbolFiles.Of(named, keepLoneSides: true);
        string[] plain = [.. request.DataPath.Where(p => !p.Contains('=', StringComparison.Ordinal))];
        var files = SymbolFiles.Of(
            plain.Where(File.Exists).Where(f => request.Symbols.Count == 1 || Spelled(Path.GetFileName(f)).Contains(symbol.Symbol, StringComparison.Ordinal)),
            keepLoneSides: true);
        if (!files.IsEmpty) return files;
        SymbolFiles[] folders = [.. plain.Where(Directory.Exists).Select(d => SymbolFiles.In(d, symbol, request.Interval))];
        return new SymbolFiles([.. folders.SelectMany(f => f.Whole)], [.. folders.SelectMany(f => f.Sides)]);
    }

    private static string Spelled(string name) => new([.. name.ToUpperInvariant().Where(char.IsAsciiLetter)]);

    private static AxflException NotFound(SourceRequest request, Instrument symbol)
    {
        var where = request.DataPath.Count > 0 ? string.Join(", ", request.DataPath) : request.DataDir;
        return new AxflException("DataFileNotFound", ErrorKind.Data,
            $"No file of {symbol.Symbol} in {where}: looked for {symbol.Symbol}.csv and for names that begin with {symbol.Symbol} (any spelling) followed by "
            + "'_', '-' or '.', ending in .csv, .txt, .gz or .zip. Put it there, set data_dir, or give -DataPath (--data) "
            + $"{symbol.Symbol}=path.")
        { Target = symbol.Symbol };
    }

    private static string Describe(Instrument symbol, BarFile file)
    {
        var zone = file.Dialect.HasOffset ? "times with offset" : "times " + file.Zone.Id;
        var guess = file.Dialect.ZoneIsGuess && file.Zone.Equals(TimeZoneInfo.Utc) ? " (assumed: the file does not say; set data_timezone if it is wrong)" : "";
        var ask = file.Ask is null ? "" : $" with {Path.GetFileName(file.Ask.Path)}, mid and measured spread";
        return string.Create(CultureInfo.InvariantCulture, $"{symbol.Symbol}: {file.Name}{ask}: {file.Dialect.Name}, {file.Interval} bars, {zone}{guess}");
    }
}
