using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Dialects;
using Axfl.Data.Disk;
using Axfl.Data.Files;
using Axfl.Data.Markets;

namespace Axfl.Data.Merge;

/// <summary>One file of bars: its dialect, its interval, its order; opened as often as needed.</summary>
internal sealed class BarFile
{
    /// <summary>Rows read past the end of a period before the rest of the file is left alone: files are not always in order.</summary>
    public const int RowsBeyondTheEnd = 5000;

    /// <summary>Longest interval a file may have, minutes: a week.</summary>
    public const int LongestMinutes = 7 * 1440;

    private const int SampleRows = 500, SampleLines = 50;

    // What is looked at to find the layout: enough for any header and some rows.
    private const long SampleBytes = 1 << 18;

    private readonly DataText _text;

    private BarFile(DataText text, Dialect dialect, DataZone zone, bool zoneIsGuess)
    {
        _text = text;
        Dialect = dialect;
        Zone = zone;
        ZoneIsGuess = zoneIsGuess;
        Length = text.Length;
    }

    /// <summary>Path.</summary>
    public string Path => _text.Path;

    /// <summary>Path, and the entry of an archive after <c>!</c>.</summary>
    public string Name => _text.Name;

    /// <summary>The symbol that the name of an archive's entry says; null: it says none, or this is no archive.</summary>
    public string? EntrySymbol => _text.Entry is { } entry ? GivenPath.SymbolIn(System.IO.Path.GetFileName(entry)) : null;

    /// <summary>The symbol that its rows name themselves; null: they name none that is known.</summary>
    public string? RowSymbol { get; private set; }

    /// <summary>Layout.</summary>
    public Dialect Dialect { get; }

    /// <summary>Zone in which its times are read.</summary>
    public DataZone Zone { get; }

    /// <summary>Whether nobody said that zone.</summary>
    public bool ZoneIsGuess { get; }

    /// <summary>The most frequent step of its first rows.</summary>
    public Interval Interval { get; private set; } = new(1);

    /// <summary>Whether there is such a step: a file of one row, or of rows in no order, has none.</summary>
    public bool IsIntervalKnown { get; private set; }

    /// <summary>Whether that step came twice at least; a file of two or three scattered rows says little.</summary>
    public bool IsIntervalSure { get; private set; }

    /// <summary>Whether its dates were found to have the day or the month first; null: they say it themselves, or it was stated.</summary>
    public DateOrder? ChosenOrder { get; private init; }

    /// <summary>Whether its rows run from new to old.</summary>
    public bool IsDescending { get; private set; }

    /// <summary>Time of its first row in time; null without rows. Exact for ascending files, of the sample for others.</summary>
    public long? FirstTime { get; private set; }

    /// <summary>Bytes on disk.</summary>
    public long Length { get; }

    /// <summary>Looks at a file, or at each entry of a zip archive; archives are read whole and verified.</summary>
    /// <param name="path">Path.</param>
    /// <param name="zone">Zone of times without offset; null: the dialect's own.</param>
    /// <param name="stated">What is stated of the layout; null: nothing.</param>
    /// <exception cref="AxflException">It cannot be read or no layout fits.</exception>
    public static IReadOnlyList<BarFile> Inspect(string path, DataZone? zone, StatedLayout? stated = null) =>
        InputErrors.Guard(path, () => DataText.Of(path), NotReadable).Select(t => InspectOne(t, zone, stated)).ToArray();

    /// <summary>One entry of an archive, or the file itself.</summary>
    /// <exception cref="AxflException">It cannot be read or no layout fits.</exception>
    public static BarFile InspectOne(DataText text, DataZone? zone, StatedLayout? stated) => InputErrors.Guard(text.Name, () =>
    {
        text.Verify();
        List<TextLine> lines;
        using (var stream = text.Open()) lines = [.. BoundedLines.Read(stream, SampleBytes).Take(SampleLines)];
        if (lines.Count == 0) throw new AxflException("DataFileEmpty", ErrorKind.Data, $"{text.Name} is empty, or begins with nothing but blank lines.") { Target = text.Path };
        var dialect = DialectDetector.Detect(text, lines, stated);
        var order = dialect.IsOrderOpen ? OrderOf(text, dialect) : (DateOrder?)null;
        if (order is { } chosen) dialect = dialect with { Form = WrittenForm.Of(chosen, ((WrittenForm)dialect.Form).WithSeconds), IsOrderOpen = false };
        var file = new BarFile(text, dialect, zone ?? dialect.Zone, zone is null && dialect.ZoneIsGuess) { ChosenOrder = order };
        file.Sample();
        return file;
    }, NotReadable);

    /// <summary>The error of this file for an exception that means that it cannot be read.</summary>
    public AxflException Unreadable(Exception cause) => NotReadable(Name, cause);

    /// <summary>The file of the ask side when this one is the bid side; null when it is both or one.</summary>
    public BarFile? Ask { get; init; }

    /// <summary>This file as the bid side of another.</summary>
    public BarFile WithAsk(BarFile ask) =>
        new(_text, Dialect, Zone, ZoneIsGuess) { ChosenOrder = ChosenOrder, Ask = ask, Interval = Interval, IsIntervalKnown = IsIntervalKnown, IsIntervalSure = IsIntervalSure, IsDescending = IsDescending, FirstTime = FirstTime, RowSymbol = RowSymbol };

    /// <summary>Its rows in the order of time as far as the file is in order: a file that runs from new to old is turned round.</summary>
    /// <exception cref="AxflException">It cannot be opened.</exception>
    public CheckedRows Open()
    {
        var rows = InputErrors.Guard(Name, OpenRaw, NotReadable);
        var checkedRows = new CheckedRows(IsDescending ? new ReversedReader(rows) : rows);
        return Ask is null ? checkedRows : new CheckedRows(new PairedReader(checkedRows, Ask.Open(), Ask.Name));
    }

    /// <summary>Whether it has a bar with from &lt;= time &lt; until, unix ms; reads as far as it must.</summary>
    public bool HasBars(long from, long until)
    {
        if (FirstTime is not { } first || first >= until) return false;
        if (first >= from) return true;
        using var reader = Open();
        var beyond = 0;
        while (beyond < RowsBeyondTheEnd && reader.TryRead(out var raw))
        {
            if (raw.Error is not null || raw.Bar.Time < from) continue;
            if (raw.Bar.Time < until) return true;
            beyond++;
        }

        return false;
    }

    /// <summary>The error of a file that cannot be read.</summary>
    public static AxflException NotReadable(string name, Exception cause) => cause is FileNotFoundException or DirectoryNotFoundException
        ? new AxflException("DataFileNotFound", ErrorKind.Data, $"{name} does not exist: give the path of a file or folder that does.", cause) { Target = name }
        : new AxflException("DataFileUnreadable", ErrorKind.Data, InputErrors.Describe(name, cause), cause) { Target = name };

    private static DateOrder OrderOf(DataText text, Dialect dialect)
    {
        var column = new DayOrMonth();
        var first = "";
        using var stream = text.Open();
        foreach (var (_, line) in BoundedLines.Read(stream, long.MaxValue))
        {
            var fields = QuotedFields.Of(dialect.QuotedTabs ? line.Trim('"') : line, dialect.Delimiter);
            if (dialect.Time >= fields.Length) continue;
            var time = fields[dialect.Time];
            column.Take(time);
            if (first.Length == 0 && WrittenForm.IsOpen(time)) first = time;
        }

        return column.Order() ?? throw new AxflException("DataDatesAmbiguous", ErrorKind.Data,
            $"{text.Name}: nothing in the file says whether '{(first.Length > 40 ? first[..40] : first)}' has the day or the month first. State it: {Spelling.Of("TimeFormat")} 'dd/MM/yyyy HH:mm:ss' or "
            + "'MM/dd/yyyy HH:mm:ss', as the times are written (or the key data_time_format).")
        { Target = text.Path };
    }

    private void Sample()
    {
        var steps = new RowSteps();
        long? first = null;
        using var reader = OpenRaw();
        while (steps.Rows < SampleRows && reader.TryRead(out var raw))
        {
            if (raw.Error is not null) continue;
            steps.Take(raw);
            first = Math.Min(first ?? long.MaxValue, raw.Bar.Time);
        }

        RowSymbol = reader.Symbol;
        IsDescending = steps.IsDescending;
        if (IsDescending) first = Earliest(reader, first);
        FirstTime = first;
        if (steps.Usual is not { } usual) return;
        Interval = RowSteps.IntervalOf(usual.Step);
        IsIntervalKnown = true;
        IsIntervalSure = usual.Count >= 2;
    }

    // The oldest bars of a file that runs from new to old stand at its end.
    private static long? Earliest(RawBarReader rest, long? soFar)
    {
        while (rest.TryRead(out var raw))
            if (raw.Error is null && raw.Bar.Time < soFar) soFar = raw.Bar.Time;
        return soFar;
    }

    private RawBarReader OpenRaw() => Dialect.Name == "canonical"
        ? new CanonicalReader(_text.Open(), Zone.IsUtc ? null : Zone, Dialect)
        : new ColumnsReader(_text.Open(), Dialect, Zone);
}
